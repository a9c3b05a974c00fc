package a

import "unsafe"

//go:linkname memhash runtime.memhash
func memhash(p unsafe.Pointer, seed uint32, size uintptr) uintptr

// Hash returns a hash.
func Hash(b *[8]byte) uintptr { return memhash(unsafe.Pointer(b), 1, 8) }
