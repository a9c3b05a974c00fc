package m

import _ "unsafe"

// linkname rationale for gcount:
// why: the number of goroutines
// without the system's own
// measured gain: none
// target source: src/runtime/proc.go:4854 (Go 1.21), src/runtime/proc.go:5264 (Go 1.22), src/runtime/proc.go:5370 (Go 1.23), src/runtime/proc.go:5416 (Go 1.24), src/runtime/proc.go:5554 (Go 1.25), src/runtime/proc.go:5699 (Go 1.26), src/runtime/proc.go:5750 (Go 1.27)
// accepted: Go 1.21-1.22; rejected on every target by Go 1.23-1.27
// removed when: runtime/metrics has it
// owner: @metrics
//
//go:linkname gcount runtime.gcount
func gcount() int32
