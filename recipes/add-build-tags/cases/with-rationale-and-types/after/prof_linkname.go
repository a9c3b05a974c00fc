//go:build !go1.28

package m

import "unsafe"

// memhash hashes n bytes at p. It is not stable over runs.
//
// linkname rationale for memhash:
// why: our map is keyed by it
// owner: @maps
//
//go:linkname memhash runtime.memhash
//go:noescape
func memhash(p unsafe.Pointer, _ uintptr, n uintptr) uintptr
