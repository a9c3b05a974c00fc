package m

import _ "unsafe"

// nanotime is the clock.
//
//go:linkname nanotime runtime.nanotime
func nanotime() int64
