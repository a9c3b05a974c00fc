package clock

import _ "unsafe"

//go:linkname now2 runtime.nanotime
func now2() int64
