package clock

import _ "unsafe"

// TODO: remove later.
//
//go:linkname nanotime runtime.nanotime
func nanotime() int64
