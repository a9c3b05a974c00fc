package a

import "unsafe"

//go:linkname or8 internal/runtime/atomic.Or8
func or8(ptr *uint8, val uint8)

//go:linkname storepNoWB internal/runtime/atomic.StorepNoWB
func storepNoWB(ptr unsafe.Pointer, val unsafe.Pointer)
