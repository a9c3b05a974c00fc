//go:build !go1.26

package clock

import _ "unsafe"

// Now is the time.
func Now() int64 { return nanotime() }

//go:linkname nanotime runtime.nanotime
func nanotime() int64
