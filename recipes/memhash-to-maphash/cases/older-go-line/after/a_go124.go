//go:build go1.24

package a

import (
	"hash/maphash"
	"unsafe"
)

// hashSeed2 makes the hashes of this file differ between processes.
var hashSeed2 = maphash.MakeSeed()

func nilinterhash(p unsafe.Pointer, h uintptr) uintptr {
	var hash maphash.Hash
	hash.SetSeed(hashSeed2)
	hash.Write((*[unsafe.Sizeof(h)]byte)(unsafe.Pointer(&h))[:])
	maphash.WriteComparable(&hash, *(*any)(p))
	return uintptr(hash.Sum64())
}
