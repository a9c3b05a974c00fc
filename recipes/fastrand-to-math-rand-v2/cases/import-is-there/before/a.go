package a

import (
	"fmt"
	mrand "math/rand/v2"
	_ "unsafe"
)

//go:linkname fastrand64 runtime.fastrand64
func fastrand64() uint64

// Print prints two numbers.
func Print() { fmt.Println(mrand.IntN(3), fastrand64()) }
