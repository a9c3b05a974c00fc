package clock

import _ "unsafe"

// TODO: remove once testing/synctest is everywhere.
//
//go:linkname nanotime runtime.nanotime
func nanotime() int64
