package a

import "unsafe"

// Size is a constant.
const Size = unsafe.Sizeof(1)

//go:linkname nanotime runtime.nanotime
func nanotime() int64
