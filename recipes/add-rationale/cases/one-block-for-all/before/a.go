package m

import _ "unsafe"

// linkname rationale:
// why: no lock
// target source: src/runtime/stubs.go (Go 1.21-1.27)
// owner: @rand

//go:linkname fastrand runtime.fastrand
func fastrand() uint32

//go:linkname fastrandn runtime.fastrandn
func fastrandn(uint32) uint32
