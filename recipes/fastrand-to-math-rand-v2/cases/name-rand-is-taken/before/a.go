package a

import (
	"unsafe"
)

//go:linkname fastrandn runtime.fastrandn
func fastrandn(rand uint32) uint32

// Size is how many bytes a word has.
const Size = unsafe.Sizeof(uintptr(0))

// Pick returns a number.
func Pick() uint32 { return fastrandn(10) + rand() }
