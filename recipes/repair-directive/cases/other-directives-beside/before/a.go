package m

import "unsafe"

//go:nosplit
//go:linkname nanotime runtime.nanotime // the clock
func nanotime() int64

// memhash hashes.
//
//go:noescape
// go:linkname memhash runtime.memhash
func memhash(p unsafe.Pointer, h, n uintptr) uintptr
