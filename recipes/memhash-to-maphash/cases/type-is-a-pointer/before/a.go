package a

import "unsafe"

//go:linkname typehash runtime.typehash
func typehash(t unsafe.Pointer, p unsafe.Pointer, h uintptr) uintptr

// Hash returns a hash.
func Hash(t, p unsafe.Pointer) uintptr { return typehash(t, p, 1) }
