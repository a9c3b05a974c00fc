// Package clock tells the time that has passed.
package clock

import _ "unsafe" // for go:linkname

//go:linkname nanotime runtime.nanotime
func nanotime() int64

//go:linkname fastrandn runtime.fastrandn
func fastrandn(n uint32) uint32

// Jitter returns the time, and some more.
func Jitter() int64 { return nanotime() + int64(fastrandn(100)) }
