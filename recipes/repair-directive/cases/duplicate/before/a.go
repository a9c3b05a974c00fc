package m

import _ "unsafe"

//go:linkname nanotime runtime.nanotime

// nanotime is the clock.
//
//go:linkname nanotime runtime.nanotime
func nanotime() int64
