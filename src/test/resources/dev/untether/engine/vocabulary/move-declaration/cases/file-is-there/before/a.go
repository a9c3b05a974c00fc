package a

import _ "unsafe"

// Clock is a constant.
const Clock = 1

//go:linkname nanotime runtime.nanotime
func nanotime() int64
