package m

import "unsafe"

// the clock
//
//go:nosplit
//go:linkname nanotime runtime.nanotime
func nanotime() int64

// memhash hashes.
//
//go:noescape
//go:linkname memhash runtime.memhash
func memhash(p unsafe.Pointer, h, n uintptr) uintptr
