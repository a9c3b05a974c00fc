package a

import (
	"testing"
	"time"
	"unsafe"
)

func TestZeroTerminatedStrings(t *testing.T) {
	b := []byte("four\x00more\x00")
	if findnull(&b[0]) != 4 || findnull(&b[4]) != 0 || findnull(nil) != 0 {
		t.Error("findnull")
	}
	w := []uint16{1, 0x100, 2, 0, 3}
	if findnullw(&w[0]) != 3 || findnullw(&w[3]) != 0 || findnullw(nil) != 0 {
		t.Error("findnullw")
	}
	if gostring(&b[0]) != "four" || gostring(nil) != "" || gostringn(&b[5], 3) != "mor" || gostringn(nil, 0) != "" {
		t.Error("gostring")
	}
	shared, copied := gostringnocopy(&b[0]), gostring(&b[0])
	b[0] = 'F'
	if shared != "Four" || copied != "four" || gostringnocopy(nil) != "" {
		t.Errorf("shared %q, copied %q", shared, copied)
	}
	if slicebytetostringtmp(&b[0], 2) != "Fo" || slicebytetostringtmp(nil, 0) != "" {
		t.Error("slicebytetostringtmp")
	}
}

func TestNewMemory(t *testing.T) {
	if len(rawbyteslice(3)) != 3 || len(rawbyteslice(0)) != 0 || len(makeNoZero(5)) != 5 || len(rawruneslice(2)) != 2 {
		t.Error("length")
	}
	s, b := rawstring(3)
	copy(b, "abc")
	if s != "abc" || len(b) != 3 {
		t.Errorf("%q does not share %q", s, b)
	}
	if s, b := rawstring(0); s != "" || len(b) != 0 {
		t.Error("an empty string has bytes")
	}
}

func TestMemory(t *testing.T) {
	b := []byte("abcdef")
	memmove(unsafe.Pointer(&b[1]), unsafe.Pointer(&b[0]), 4)
	if string(b) != "aabcdf" {
		t.Errorf("overlap: %q", b)
	}
	if !memequal(unsafe.Pointer(&b[0]), unsafe.Pointer(&b[1]), 1) || memequal(unsafe.Pointer(&b[0]), unsafe.Pointer(&b[1]), 2) {
		t.Error("memequal")
	}
	memclr(unsafe.Pointer(&b[2]), 3)
	if string(b) != "aa\x00\x00\x00f" {
		t.Errorf("memclr: %q", b)
	}
	memmove(nil, nil, 0)
	memclr(nil, 0)
	if !memequal(nil, nil, 0) {
		t.Error("nothing differs from nothing")
	}
	if add(unsafe.Pointer(&b[0]), 5) != unsafe.Pointer(&b[5]) {
		t.Error("add")
	}
}

func TestNothingEscapesThroughNoescape(t *testing.T) {
	n := testing.AllocsPerRun(100, func() {
		var v [64]byte
		sink(noescape(unsafe.Pointer(&v)))
	})
	if n != 0 {
		t.Errorf("%v allocations", n)
	}
	v := 1
	if *(*int)(noescape(unsafe.Pointer(&v))) != 1 {
		t.Error("another pointer")
	}
}

//go:noinline
func sink(p unsafe.Pointer) { last = uintptr(p) }

var last uintptr

func TestNumbers(t *testing.T) {
	if alignUp(9, 8) != 16 || alignUp(8, 8) != 8 || alignUp(0, 8) != 0 || divRoundUp(9, 8) != 2 || divRoundUp(8, 8) != 1 {
		t.Error("rounding")
	}
	if bool2int(true) != 1 || bool2int(false) != 0 {
		t.Error("bool2int")
	}
}

func TestWaitingEnds(t *testing.T) {
	procyield(30)
	procyield(0)
	procyieldAsm(1)
	osyield()
	start := time.Now()
	usleep(1000)
	if time.Since(start) < time.Millisecond {
		t.Error("too short")
	}
}
