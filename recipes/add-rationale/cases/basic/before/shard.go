package m

import _ "unsafe"

// fastrandn returns a number below n.
//
//go:linkname fastrandn runtime.fastrandn
func fastrandn(n uint32) uint32
