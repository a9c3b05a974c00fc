package m

import _ "unsafe"

// linkname rationale:
// why: no lock
// owner: @rand
//
//go:linkname fastrand runtime.fastrand
func fastrand() uint32

// linkname rationale:
// why: monotonic
// owner: @clock
//
//go:linkname nanotime runtime.nanotime
func nanotime() int64
