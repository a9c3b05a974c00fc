package m

import _ "unsafe"

// Two functions of the runtime.
//
//go:linkname nanotime runtime.nanotime
//go:linkname fastrand runtime.fastrand
func nanotime() int64

func fastrand() uint32
