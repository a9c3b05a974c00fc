package clock

import _ "unsafe"

// linkname rationale:
// why: no public way to tell the goroutine apart
// measured gain: none
// target source: src/runtime/time_nofake.go (Go 1.21-1.27)
// removed when: go1.30 drops runtime.nanotime
// owner: @clock-team
//
//go:linkname nanotime runtime.nanotime
func nanotime() int64
