package m

// The following are looked up in Go 1.21.

import _ "unsafe"

//go:linkname nanotime runtime.nanotime
func nanotime() int64

//go:linkname schedinit runtime.schedinit
func schedinit()
