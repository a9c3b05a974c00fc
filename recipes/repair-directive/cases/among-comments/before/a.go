package m

import _ "unsafe"

// nanotime is the clock.
// go:linkname nanotime runtime.nanotime
// It never goes back.
func nanotime() int64
