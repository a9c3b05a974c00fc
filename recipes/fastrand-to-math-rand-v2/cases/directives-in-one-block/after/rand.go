package rnd

import (
	"math/rand/v2"

	"example.com/m/internal/x"
)

// Limit is the largest number.
const Limit = x.Limit

func runtimeFastrand() uint32 {
	return rand.Uint32()
}

// runtimeFastrandn is bounded.
func runtimeFastrandn(x uint32) uint32 {
	if x == 0 {
		return 0
	}
	return rand.Uint32N(x)
}

// Next returns a number.
func Next() uint32 { return runtimeFastrand() + runtimeFastrandn(Limit) }
