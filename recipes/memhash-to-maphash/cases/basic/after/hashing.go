// Package hashing hashes values for tables that live as long as the process.
package hashing

import (
	"hash/maphash"
	"unsafe"
)

// hashSeed makes the hashes of this file differ between processes.
var hashSeed = maphash.MakeSeed()

func memhash(p unsafe.Pointer, h, s uintptr) uintptr {
	var hash maphash.Hash
	hash.SetSeed(hashSeed)
	hash.Write((*[unsafe.Sizeof(h)]byte)(unsafe.Pointer(&h))[:])
	hash.Write(unsafe.Slice((*byte)(p), s))
	return uintptr(hash.Sum64())
}

// Bytes returns a hash of b.
func Bytes(b []byte) uint64 {
	if len(b) == 0 {
		return 0
	}
	return uint64(memhash(unsafe.Pointer(&b[0]), 7, uintptr(len(b))))
}
