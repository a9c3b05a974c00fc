package m

import _ "unsafe"

// linkname rationale for nanotime:
// why: TODO(owner)
// measured gain: TODO(owner)
// target source: src/runtime/time_nofake.go:18 (Go 1.21-1.22), src/runtime/time_nofake.go:32 (Go 1.23-1.27)
// accepted: Go 1.21-1.27
// replacement: time.Now and time.Since; open to all since Go 1.23; time.Since takes part in testing/synctest, a pull does not
// removed when: callers use the replacement
// owner: TODO(owner)
//
//go:linkname nanotime runtime.nanotime
func nanotime() int64
