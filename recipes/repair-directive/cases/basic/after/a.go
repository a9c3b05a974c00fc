package m

import _ "unsafe"

// nanotime returns the reading of the monotonic clock.
//
//go:linkname nanotime runtime.nanotime
func nanotime() int64

// faster than math/rand
//
//go:linkname fastrand runtime.fastrand
func fastrand() uint32
