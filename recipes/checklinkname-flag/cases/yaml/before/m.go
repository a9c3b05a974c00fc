// Package m is a module.
package m

import _ "unsafe" // for go:linkname

//go:linkname nanotime runtime.nanotime
func nanotime() int64

// Now returns nanoseconds.
func Now() int64 { return nanotime() }
