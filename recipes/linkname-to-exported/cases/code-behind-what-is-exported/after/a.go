package a

import (
	"bytes"
	"math"
	"strings"
	"sync/atomic"
	"unsafe"
)

func indexByte(b []byte, c byte) int {
	return bytes.IndexByte(b, c)
}

func indexByteString(s string, c byte) int {
	return strings.IndexByte(s, c)
}

func count(b []byte, c byte) int {
	return bytes.Count(b, []byte{c})
}

func countString(s string, c byte) int {
	return strings.Count(s, string([]byte{c}))
}

func equal(a, b []byte) bool {
	return bytes.Equal(a, b)
}

func cmpstring(x string, x2 string) int {
	return strings.Compare(x, x2)
}

func floor(x float64) float64 {
	return math.Floor(x)
}

func load(ptr *uint32) uint32 {
	return atomic.LoadUint32(ptr)
}

func xadd(ptr *uint32, delta int32) uint32 {
	return atomic.AddUint32(ptr, uint32(delta))
}

func xchg64(ptr *uint64, new uint64) uint64 {
	return atomic.SwapUint64(ptr, new)
}

func cas(ptr *uint32, old, new uint32) bool {
	return atomic.CompareAndSwapUint32(ptr, old, new)
}

func store(ptr *uint32, val uint32) {
	atomic.StoreUint32(ptr, val)
}

func or(ptr *uint32, val uint32) {
	atomic.OrUint32(ptr, val)
}

func and32(ptr *uint32, val uint32) uint32 {
	return atomic.AndUint32(ptr, val)
}

func loadp(ptr unsafe.Pointer) unsafe.Pointer {
	return atomic.LoadPointer((*unsafe.Pointer)(ptr))
}
