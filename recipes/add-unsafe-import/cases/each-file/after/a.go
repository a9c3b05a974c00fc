package m

import "unsafe"

var size = unsafe.Sizeof(0)

//go:linkname nanotime runtime.nanotime
func nanotime() int64
