// Package a hashes keys.
package a

import (
	"hash/maphash"
	"unsafe"
)

// hashSeed makes the hashes of this file differ between processes.
var hashSeed = maphash.MakeSeed()

func strhash(p unsafe.Pointer, h uintptr) uintptr {
	var hash maphash.Hash
	hash.SetSeed(hashSeed)
	hash.Write((*[unsafe.Sizeof(h)]byte)(unsafe.Pointer(&h))[:])
	hash.WriteString(*(*string)(p))
	return uintptr(hash.Sum64())
}

// Any returns a hash of v.
func Any(v any) uintptr { return nilinterhash(unsafe.Pointer(&v), 1) }

// String returns a hash of s.
func String(s string) uintptr { return strhash(unsafe.Pointer(&s), 1) }
