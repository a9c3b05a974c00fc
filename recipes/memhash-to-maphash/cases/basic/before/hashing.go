// Package hashing hashes values for tables that live as long as the process.
package hashing

import "unsafe"

//go:noescape
//go:linkname memhash runtime.memhash
func memhash(p unsafe.Pointer, h, s uintptr) uintptr

// Bytes returns a hash of b.
func Bytes(b []byte) uint64 {
	if len(b) == 0 {
		return 0
	}
	return uint64(memhash(unsafe.Pointer(&b[0]), 7, uintptr(len(b))))
}
