package m

import _ "unsafe"

// linkname rationale for gcount:
// why: it counts
// owner: @metrics
//
// linkname rationale for fastrand:
// why: no lock
//
//go:linkname gcount runtime.gcount
func gcount() int32
