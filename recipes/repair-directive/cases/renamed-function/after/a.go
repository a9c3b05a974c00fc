package m

import _ "unsafe"

// nanotime is the clock.
//
//go:linkname nanotime runtime.nanotime
func nanotime() int64

//go:linkname fastrand runtime.fastrand
func fastrand() uint32
