package clock

import _ "unsafe"

// TODO: remove with Go 1.24.
//
//go:linkname nanotime runtime.nanotime
func nanotime() int64
