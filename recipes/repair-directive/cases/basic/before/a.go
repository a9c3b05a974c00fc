package m

import _ "unsafe"

// nanotime returns the reading of the monotonic clock.
// go:linkname nanotime runtime.nanotime
func nanotime() int64

//go:linkname fastrand runtime.fastrand // faster than math/rand
func fastrand() uint32
