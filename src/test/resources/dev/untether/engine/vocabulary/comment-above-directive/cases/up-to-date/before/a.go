package a

import _ "unsafe"

// linkname of nanotime: there is no other way to runtime.nanotime.
// Remove it when there is.
//
//go:linkname nanotime runtime.nanotime
func nanotime() int64
