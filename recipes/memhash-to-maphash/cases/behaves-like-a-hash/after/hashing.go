package hashing

import (
	"hash/maphash"
	"unsafe"
)

// hashSeed makes the hashes of this file differ between processes.
var hashSeed = maphash.MakeSeed()

func memhash(p unsafe.Pointer, seed, size uintptr) uintptr {
	var hash maphash.Hash
	hash.SetSeed(hashSeed)
	hash.Write((*[unsafe.Sizeof(seed)]byte)(unsafe.Pointer(&seed))[:])
	hash.Write(unsafe.Slice((*byte)(p), size))
	return uintptr(hash.Sum64())
}

func memhash8(p unsafe.Pointer, seed uintptr) uintptr {
	var hash maphash.Hash
	hash.SetSeed(hashSeed)
	hash.Write((*[unsafe.Sizeof(seed)]byte)(unsafe.Pointer(&seed))[:])
	hash.Write((*[1]byte)(p)[:])
	return uintptr(hash.Sum64())
}

func memhash16(p unsafe.Pointer, seed uintptr) uintptr {
	var hash maphash.Hash
	hash.SetSeed(hashSeed)
	hash.Write((*[unsafe.Sizeof(seed)]byte)(unsafe.Pointer(&seed))[:])
	hash.Write((*[2]byte)(p)[:])
	return uintptr(hash.Sum64())
}

func memhash32(x unsafe.Pointer, x2 uintptr) uintptr {
	var hash maphash.Hash
	hash.SetSeed(hashSeed)
	hash.Write((*[unsafe.Sizeof(x2)]byte)(unsafe.Pointer(&x2))[:])
	hash.Write((*[4]byte)(x)[:])
	return uintptr(hash.Sum64())
}

func memhash64(p unsafe.Pointer, x uintptr) uintptr {
	var hash maphash.Hash
	hash.SetSeed(hashSeed)
	hash.Write((*[unsafe.Sizeof(x)]byte)(unsafe.Pointer(&x))[:])
	hash.Write((*[8]byte)(p)[:])
	return uintptr(hash.Sum64())
}

func memhash128(p unsafe.Pointer, seed uintptr) uintptr {
	var hash maphash.Hash
	hash.SetSeed(hashSeed)
	hash.Write((*[unsafe.Sizeof(seed)]byte)(unsafe.Pointer(&seed))[:])
	hash.Write((*[16]byte)(p)[:])
	return uintptr(hash.Sum64())
}

func strhash(p unsafe.Pointer, h uintptr) uintptr {
	var hash maphash.Hash
	hash.SetSeed(hashSeed)
	hash.Write((*[unsafe.Sizeof(h)]byte)(unsafe.Pointer(&h))[:])
	hash.WriteString(*(*string)(p))
	return uintptr(hash.Sum64())
}

func stringHash(s string, seed uintptr) uintptr {
	var hash maphash.Hash
	hash.SetSeed(hashSeed)
	hash.Write((*[unsafe.Sizeof(seed)]byte)(unsafe.Pointer(&seed))[:])
	hash.WriteString(s)
	return uintptr(hash.Sum64())
}

func bytesHash(b []byte, seed uintptr) uintptr {
	var hash maphash.Hash
	hash.SetSeed(hashSeed)
	hash.Write((*[unsafe.Sizeof(seed)]byte)(unsafe.Pointer(&seed))[:])
	hash.Write(b)
	return uintptr(hash.Sum64())
}

func int32Hash(i uint32, seed uintptr) uintptr {
	var hash maphash.Hash
	hash.SetSeed(hashSeed)
	hash.Write((*[unsafe.Sizeof(seed)]byte)(unsafe.Pointer(&seed))[:])
	hash.Write((*[4]byte)(unsafe.Pointer(&i))[:])
	return uintptr(hash.Sum64())
}

func int64Hash(i uint64, seed uintptr) uintptr {
	var hash maphash.Hash
	hash.SetSeed(hashSeed)
	hash.Write((*[unsafe.Sizeof(seed)]byte)(unsafe.Pointer(&seed))[:])
	hash.Write((*[8]byte)(unsafe.Pointer(&i))[:])
	return uintptr(hash.Sum64())
}

func nilinterhash(p unsafe.Pointer, seed uintptr) uintptr {
	var hash maphash.Hash
	hash.SetSeed(hashSeed)
	hash.Write((*[unsafe.Sizeof(seed)]byte)(unsafe.Pointer(&seed))[:])
	maphash.WriteComparable(&hash, *(*any)(p))
	return uintptr(hash.Sum64())
}

func interhash(p unsafe.Pointer, seed uintptr) uintptr {
	var hash maphash.Hash
	hash.SetSeed(hashSeed)
	hash.Write((*[unsafe.Sizeof(seed)]byte)(unsafe.Pointer(&seed))[:])
	maphash.WriteComparable(&hash, any(*(*interface{ M() })(p)))
	return uintptr(hash.Sum64())
}

func f32hash(p unsafe.Pointer, seed uintptr) uintptr {
	var hash maphash.Hash
	hash.SetSeed(hashSeed)
	hash.Write((*[unsafe.Sizeof(seed)]byte)(unsafe.Pointer(&seed))[:])
	maphash.WriteComparable(&hash, *(*float32)(p))
	return uintptr(hash.Sum64())
}

func f64hash(p unsafe.Pointer, seed uintptr) uintptr {
	var hash maphash.Hash
	hash.SetSeed(hashSeed)
	hash.Write((*[unsafe.Sizeof(seed)]byte)(unsafe.Pointer(&seed))[:])
	maphash.WriteComparable(&hash, *(*float64)(p))
	return uintptr(hash.Sum64())
}

func c64hash(p unsafe.Pointer, seed uintptr) uintptr {
	var hash maphash.Hash
	hash.SetSeed(hashSeed)
	hash.Write((*[unsafe.Sizeof(seed)]byte)(unsafe.Pointer(&seed))[:])
	maphash.WriteComparable(&hash, *(*complex64)(p))
	return uintptr(hash.Sum64())
}

func c128hash(p unsafe.Pointer, seed uintptr) uintptr {
	var hash maphash.Hash
	hash.SetSeed(hashSeed)
	hash.Write((*[unsafe.Sizeof(seed)]byte)(unsafe.Pointer(&seed))[:])
	maphash.WriteComparable(&hash, *(*complex128)(p))
	return uintptr(hash.Sum64())
}
