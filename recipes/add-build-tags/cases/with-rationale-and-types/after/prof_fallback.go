//go:build go1.28

package m

import "unsafe"

// memhash hashes n bytes at p. It is not stable over runs.
func memhash(p unsafe.Pointer, x uintptr, n uintptr) uintptr {
	panic("example.com/m.memhash: this release of Go is not known to link runtime.memhash")
}
