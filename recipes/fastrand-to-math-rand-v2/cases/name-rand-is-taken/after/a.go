package a

import (
	stdrand "math/rand/v2"
	"unsafe"
)

func fastrandn(rand uint32) uint32 {
	if rand == 0 {
		return 0
	}
	return stdrand.Uint32N(rand)
}

// Size is how many bytes a word has.
const Size = unsafe.Sizeof(uintptr(0))

// Pick returns a number.
func Pick() uint32 { return fastrandn(10) + rand() }
