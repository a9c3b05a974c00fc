package m

import _ "unsafe"

// nanotime is the clock.
//
//go:linkname nanotme runtime.nanotime
func nanotime() int64

//go:linkname rnd runtime.fastrand
func fastrand() uint32
