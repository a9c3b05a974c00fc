package m

import _ "unsafe"

//go:linkname nanotime runtime.nanotime
//go:linkname nanotime runtime.nanotime1
func nanotime() int64
