package clock

import _ "unsafe"

// nanotime is much faster than time.Now.
//
//go:linkname nanotime runtime.nanotime
func nanotime() int64
