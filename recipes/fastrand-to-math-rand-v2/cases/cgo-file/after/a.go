package a

// static int one(void) { return 1; }
import "C"

import "math/rand/v2"

func fastrand() uint32 {
	return rand.Uint32()
}

// Next returns a number.
func Next() int { return int(C.one()) + int(fastrand()) }
