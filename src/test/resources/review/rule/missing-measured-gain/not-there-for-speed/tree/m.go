package clock

import _ "unsafe"

// fastrand is what the runtime seeds maps with; tests compare with it.
//
//go:linkname fastrand runtime.fastrand
func fastrand() uint32
