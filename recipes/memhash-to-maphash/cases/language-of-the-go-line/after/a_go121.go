//go:build go1.21

package a

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
