package a

import "unsafe"

//go:noescape
//go:linkname noescape runtime.noescape
func noescape(p unsafe.Pointer) unsafe.Pointer

//go:linkname add runtime.add
func add(p unsafe.Pointer, x uintptr) unsafe.Pointer

//go:linkname findnull runtime.findnull
func findnull(n *byte) int

//go:linkname findnullw runtime.findnullw
func findnullw(s *uint16) int

//go:linkname gostringnocopy runtime.gostringnocopy
func gostringnocopy(str *byte) string

//go:linkname gostring runtime.gostring
func gostring(*byte) string

//go:linkname gostringn runtime.gostringn
func gostringn(p *byte, l int) string

//go:linkname slicebytetostringtmp runtime.slicebytetostringtmp
func slicebytetostringtmp(ptr *byte, n int) string

//go:linkname rawbyteslice runtime.rawbyteslice
func rawbyteslice(size int) (b []byte)

//go:linkname makeNoZero internal/bytealg.MakeNoZero
func makeNoZero(n int) []byte

//go:linkname rawruneslice runtime.rawruneslice
func rawruneslice(size int) (b []rune)

//go:linkname rawstring runtime.rawstring
func rawstring(size int) (s string, buf []byte)

//go:linkname memmove runtime.memmove
func memmove(to, from unsafe.Pointer, n uintptr)

//go:linkname memequal runtime.memequal
func memequal(a, b unsafe.Pointer, size uintptr) bool

//go:linkname memclr runtime.memclrNoHeapPointers
func memclr(ptr unsafe.Pointer, n uintptr)

//go:linkname procyield runtime.procyield
func procyield(cycles uint32)

//go:linkname procyieldAsm runtime.procyieldAsm
func procyieldAsm(cycles uint32)

//go:linkname osyield runtime.osyield
func osyield()

//go:linkname usleep runtime.usleep
func usleep(usec uint32)

//go:linkname alignUp runtime.alignUp
func alignUp(n, a uintptr) uintptr

//go:linkname divRoundUp runtime.divRoundUp
func divRoundUp(n, a uintptr) uintptr

//go:linkname bool2int runtime.bool2int
func bool2int(x bool) int
