package a

import "unsafe"

//go:linkname memmove runtime.memmove
func memmove(to, from unsafe.Pointer, n int32)

// Move moves.
func Move(a, b *[8]byte) { memmove(unsafe.Pointer(a), unsafe.Pointer(b), 8) }
