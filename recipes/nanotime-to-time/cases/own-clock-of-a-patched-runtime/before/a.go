package a

import _ "unsafe"

//go:linkname nanotime runtime.nanotime
func nanotime() int64 { return 1 }
