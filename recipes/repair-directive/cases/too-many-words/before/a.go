package m

import _ "unsafe"

//go:linkname nanotime runtime.nanotime runtime.nanotime1
func nanotime() int64

//go:linkname
func fastrand() uint32
