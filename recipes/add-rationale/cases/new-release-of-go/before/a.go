package m

import _ "unsafe"

// linkname rationale for gcount:
// why: the number of goroutines
// without the system's own
// measured gain: none
// target source: src/runtime/proc.go:4601 (Go 1.21),
// src/runtime/proc.go:4701 (Go 1.22)
// accepted: Go 1.21-1.22
// removed when: runtime/metrics has it
// owner: @metrics
//
//go:linkname gcount runtime.gcount
func gcount() int32
