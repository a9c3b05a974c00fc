package m

import _ "unsafe"

// nanotime is the clock.
// It never goes back.
//
//go:linkname nanotime runtime.nanotime
func nanotime() int64
