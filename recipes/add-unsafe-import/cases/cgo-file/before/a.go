package m

import "C"

//go:linkname nanotime runtime.nanotime
func nanotime() int64
