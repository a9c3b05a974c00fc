package m

// linkname rationale:
// why: no lock
// target source: src/runtime/stubs.go:124 (Go 1.21), src/runtime/rand.go:235 (Go 1.22), src/runtime/rand.go:268 (Go 1.23), src/runtime/rand.go:304 (Go 1.24-1.26), src/runtime/rand.go:332 (Go 1.27)
// accepted: Go 1.21-1.27
// replacement: math/rand/v2 (Go 1.22); its top-level functions are as fast: they read the same generator
// owner: @rand
import _ "unsafe"

//go:linkname fastrand runtime.fastrand
func fastrand() uint32
