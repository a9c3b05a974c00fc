// Package hashing hashes values for tables that live as long as the process.
package hashing

import "unsafe"

//go:linkname memhash runtime.memhash
func memhash(p unsafe.Pointer, seed, size uintptr) uintptr

//go:linkname memhash64 runtime.memhash64
func memhash64(p unsafe.Pointer, seed uintptr) uintptr

//go:linkname strhash runtime.strhash
func strhash(p unsafe.Pointer, seed uintptr) uintptr

// Bytes returns a hash of b.
func Bytes(b []byte) uint64 {
	if len(b) == 0 {
		return 0
	}
	return uint64(memhash(unsafe.Pointer(&b[0]), 7, uintptr(len(b))))
}

// Uint64 returns a hash of v.
func Uint64(v uint64) uint64 { return uint64(memhash64(unsafe.Pointer(&v), 7)) }

// String returns a hash of s.
func String(s string) uint64 { return uint64(strhash(unsafe.Pointer(&s), 7)) }
