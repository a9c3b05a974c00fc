package m

// linkname rationale:
// why: no lock
// owner: @rand
import _ "unsafe"

//go:linkname fastrand runtime.fastrand
func fastrand() uint32
