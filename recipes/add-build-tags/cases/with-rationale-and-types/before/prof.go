package m

import (
	"time"
	"unsafe"
)

// memhash hashes n bytes at p. It is not stable over runs.
//
// linkname rationale for memhash:
// why: our map is keyed by it
// owner: @maps
//
//go:linkname memhash runtime.memhash
//go:noescape
func memhash(p unsafe.Pointer, _ uintptr, n uintptr) uintptr

// Wait waits.
func Wait(d time.Duration, p unsafe.Pointer) uintptr {
	time.Sleep(d)
	return memhash(p, 0, 8)
}
