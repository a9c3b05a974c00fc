package m

import _ "unsafe"

// Two functions of the runtime.
//
// linkname rationale for nanotime:
// why: TODO(owner)
// measured gain: TODO(owner)
// target source: src/runtime/time_nofake.go:18 (Go 1.21-1.22), src/runtime/time_nofake.go:32 (Go 1.23-1.27)
// accepted: Go 1.21-1.27
// replacement: time.Now and time.Since; open to all since Go 1.23; time.Since takes part in testing/synctest, a pull does not
// removed when: callers use the replacement
// owner: TODO(owner)
//
// linkname rationale for fastrand:
// why: TODO(owner)
// measured gain: TODO(owner)
// target source: src/runtime/stubs.go:124 (Go 1.21), src/runtime/rand.go:235 (Go 1.22), src/runtime/rand.go:268 (Go 1.23), src/runtime/rand.go:304 (Go 1.24-1.26), src/runtime/rand.go:332 (Go 1.27)
// accepted: Go 1.21-1.27
// replacement: math/rand/v2 (Go 1.22); its top-level functions are as fast: they read the same generator
// removed when: the go line of go.mod is at least 1.22, and callers use the replacement
// owner: TODO(owner)
//
//go:linkname nanotime runtime.nanotime
//go:linkname fastrand runtime.fastrand
func nanotime() int64

func fastrand() uint32
