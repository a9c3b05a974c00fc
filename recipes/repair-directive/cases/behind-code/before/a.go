package m

import _ "unsafe"

// nanotime is the clock.
func nanotime() int64 //go:linkname nanotime runtime.nanotime
