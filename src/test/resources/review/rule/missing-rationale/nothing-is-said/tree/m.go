package clock

import _ "unsafe"

// nanotime is the time.
//
//go:linkname nanotime runtime.nanotime
func nanotime() int64
