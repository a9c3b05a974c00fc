package a

import (
	"fmt"
	mrand "math/rand/v2"
)

func fastrand64() uint64 {
	return mrand.Uint64()
}

// Print prints two numbers.
func Print() { fmt.Println(mrand.IntN(3), fastrand64()) }
