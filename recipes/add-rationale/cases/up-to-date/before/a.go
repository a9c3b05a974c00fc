package m

import _ "unsafe"

// fastrandn returns a number below n.
//
// linkname rationale for fastrandn:
// why: TODO(owner)
// measured gain: TODO(owner)
// target source: src/runtime/stubs.go:151 (Go 1.21), src/runtime/rand.go:240 (Go 1.22), src/runtime/rand.go:273 (Go 1.23), src/runtime/rand.go:309 (Go 1.24-1.26), src/runtime/rand.go:337 (Go 1.27)
// accepted: Go 1.21-1.27
// replacement: math/rand/v2 (Go 1.22); its top-level functions are as fast: they read the same generator
// removed when: the go line of go.mod is at least 1.22, and callers use the replacement
// owner: TODO(owner)
//
//go:linkname fastrandn runtime.fastrandn
func fastrandn(n uint32) uint32
