package a

import (
	"bytes"
	"runtime"
	"time"
	"unsafe"
)

func noescape(p unsafe.Pointer) unsafe.Pointer {
	x := uintptr(p)
	return *(*unsafe.Pointer)(unsafe.Pointer(&x))
}

func add(p unsafe.Pointer, x uintptr) unsafe.Pointer {
	return unsafe.Pointer(uintptr(p) + x)
}

func findnull(n *byte) int {
	n2 := 0
	if n != nil {
		for *(*byte)(unsafe.Pointer(uintptr(unsafe.Pointer(n)) + uintptr(n2))) != 0 {
			n2++
		}
	}
	return n2
}

func findnullw(s *uint16) int {
	n := 0
	if s != nil {
		for *(*uint16)(unsafe.Pointer(uintptr(unsafe.Pointer(s)) + 2*uintptr(n))) != 0 {
			n++
		}
	}
	return n
}

func gostringnocopy(str *byte) string {
	n := 0
	if str != nil {
		for *(*byte)(unsafe.Pointer(uintptr(unsafe.Pointer(str)) + uintptr(n))) != 0 {
			n++
		}
	}
	return unsafe.String(str, n)
}

func gostring(x *byte) string {
	n := 0
	if x != nil {
		for *(*byte)(unsafe.Pointer(uintptr(unsafe.Pointer(x)) + uintptr(n))) != 0 {
			n++
		}
	}
	return string(unsafe.Slice(x, n))
}

func gostringn(p *byte, l int) string {
	return string(unsafe.Slice(p, l))
}

func slicebytetostringtmp(ptr *byte, n int) string {
	return unsafe.String(ptr, n)
}

func rawbyteslice(size int) (b []byte) {
	return make([]byte, size)
}

func makeNoZero(n int) []byte {
	return make([]byte, n)
}

func rawruneslice(size int) (b []rune) {
	return make([]rune, size)
}

func rawstring(size int) (s string, buf []byte) {
	buf2 := make([]byte, size)
	return unsafe.String(unsafe.SliceData(buf2), size), buf2
}

func memmove(to, from unsafe.Pointer, n uintptr) {
	copy(unsafe.Slice((*byte)(to), n), unsafe.Slice((*byte)(from), n))
}

func memequal(a, b unsafe.Pointer, size uintptr) bool {
	return bytes.Equal(unsafe.Slice((*byte)(a), size), unsafe.Slice((*byte)(b), size))
}

func memclr(ptr unsafe.Pointer, n uintptr) {
	clear(unsafe.Slice((*byte)(ptr), n))
}

func procyield(cycles uint32) {
	for ; cycles > 0; cycles-- {
	}
}

func procyieldAsm(cycles uint32) {
	for ; cycles > 0; cycles-- {
	}
}

func osyield() {
	runtime.Gosched()
}

func usleep(usec uint32) {
	time.Sleep(time.Duration(usec) * time.Microsecond)
}

func alignUp(n, a uintptr) uintptr {
	return (n + a - 1) &^ (a - 1)
}

func divRoundUp(n, a uintptr) uintptr {
	return (n + a - 1) / a
}

func bool2int(x bool) int {
	if x {
		return 1
	}
	return 0
}
