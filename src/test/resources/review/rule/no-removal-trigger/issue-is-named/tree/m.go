package clock

import _ "unsafe"

// TODO: drop this, see golang/go#67401.
//
//go:linkname nanotime runtime.nanotime
func nanotime() int64
