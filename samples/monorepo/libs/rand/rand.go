// Package rand has cheap random numbers.
package rand

import _ "unsafe"

//go:linkname fastrandn runtime.fastrandn
func fastrandn(n uint32) uint32

// Below returns a number in [0, n).
func Below(n uint32) uint32 { return fastrandn(n) }
