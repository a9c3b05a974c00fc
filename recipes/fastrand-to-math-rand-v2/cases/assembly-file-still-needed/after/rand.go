package rnd

import "math/rand/v2"

func fastrand() uint32 {
	return rand.Uint32()
}

func elsewhere() uint32

// Next returns a number.
func Next() uint32 { return fastrand() + elsewhere() }
