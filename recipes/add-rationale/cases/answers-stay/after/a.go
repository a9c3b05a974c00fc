package m

import _ "unsafe"

// nanotime returns the monotonic clock.
//
// linkname rationale for nanotime:
// why: traces of the runtime are compared
// with ours
// measured gain: 12ns a call
// target source: src/runtime/time_nofake.go:18 (Go 1.21-1.22), src/runtime/time_nofake.go:32 (Go 1.23-1.27)
// accepted: Go 1.21-1.27
// replacement: time.Now and time.Since; open to all since Go 1.23; time.Since takes part in testing/synctest, a pull does not
// removed when: traces have timestamps
// owner: @clock-team
//
//go:linkname nanotime runtime.nanotime
func nanotime() int64
