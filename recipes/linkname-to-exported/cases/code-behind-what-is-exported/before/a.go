package a

import "unsafe"

//go:noescape
//go:linkname indexByte internal/bytealg.IndexByte
func indexByte(b []byte, c byte) int

//go:linkname indexByteString internal/bytealg.IndexByteString
func indexByteString(s string, c byte) int

//go:linkname count internal/bytealg.Count
func count(b []byte, c byte) int

//go:linkname countString internal/bytealg.CountString
func countString(s string, c byte) int

//go:linkname equal internal/bytealg.Equal
func equal(a, b []byte) bool

//go:linkname cmpstring runtime.cmpstring
func cmpstring(string, string) int

//go:linkname floor math.archFloor
func floor(x float64) float64

//go:linkname load internal/runtime/atomic.Load
func load(ptr *uint32) uint32

//go:linkname xadd runtime/internal/atomic.Xadd
func xadd(ptr *uint32, delta int32) uint32

//go:linkname xchg64 internal/runtime/atomic.Xchg64
func xchg64(ptr *uint64, new uint64) uint64

//go:linkname cas internal/runtime/atomic.Cas
func cas(ptr *uint32, old, new uint32) bool

//go:linkname store internal/runtime/atomic.Store
func store(ptr *uint32, val uint32)

//go:linkname or internal/runtime/atomic.Or
func or(ptr *uint32, val uint32)

//go:linkname and32 internal/runtime/atomic.And32
func and32(ptr *uint32, val uint32) uint32

//go:linkname loadp internal/runtime/atomic.Loadp
func loadp(ptr unsafe.Pointer) unsafe.Pointer
