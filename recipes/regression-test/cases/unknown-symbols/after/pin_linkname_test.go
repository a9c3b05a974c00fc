package pin

import (
	"reflect"
	"testing"
	"unsafe"
)

// TestProcPinIsLinked checks that the linker finds runtime.procPin.
func TestProcPinIsLinked(t *testing.T) {
	if reflect.ValueOf(procPin).Pointer() == 0 {
		t.Error("procPin is nowhere")
	}
}

// TestProcUnpinIsLinked checks that the linker finds runtime.procUnpin.
func TestProcUnpinIsLinked(t *testing.T) {
	if reflect.ValueOf(procUnpin).Pointer() == 0 {
		t.Error("procUnpin is nowhere")
	}
}

// TestNanotimeIsLinked checks that the linker finds runtime.nanotime.
func TestNanotimeIsLinked(t *testing.T) {
	if reflect.ValueOf(nanotime).Pointer() == 0 {
		t.Error("nanotime is nowhere")
	}
}

// TestZeroValIsLinked checks that the linker finds runtime.zeroVal.
func TestZeroValIsLinked(t *testing.T) {
	if reflect.ValueOf(&zeroVal).Pointer() == 0 {
		t.Error("zeroVal is nowhere")
	}
}

// TestMemhashOfEqualBytes checks that runtime.memhash depends on the bytes, not on where they are.
func TestMemhashOfEqualBytes(t *testing.T) {
	one, other := []byte("the same bytes"), []byte("the same bytes")
	a := memhash(unsafe.Pointer(&one[0]), 7, uintptr(len(one)))
	b := memhash(unsafe.Pointer(&other[0]), 7, uintptr(len(other)))
	if a != b {
		t.Errorf("memhash gave %d and %d for equal bytes", a, b)
	}
}
