package rnd

import (
	_ "unsafe"

	"example.com/m/internal/x"
)

//go:linkname runtimeFastrand runtime.fastrand
//go:linkname runtimeFastrandn runtime.fastrandn

// Limit is the largest number.
const Limit = x.Limit

//go:noescape
func runtimeFastrand() uint32

// runtimeFastrandn is bounded.
//
//go:nosplit
func runtimeFastrandn(uint32) uint32

// Next returns a number.
func Next() uint32 { return runtimeFastrand() + runtimeFastrandn(Limit) }
