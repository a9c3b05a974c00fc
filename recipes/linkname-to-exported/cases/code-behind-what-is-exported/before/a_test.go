package a

import (
	"testing"
	"unsafe"
)

func TestBytes(t *testing.T) {
	b := []byte("a\xffb\xff")
	if indexByte(b, 0xff) != 1 || indexByteString(string(b), 0xff) != 1 || indexByte(nil, 0) != -1 {
		t.Error("index")
	}
	if count(b, 0xff) != 2 || countString(string(b), 0xff) != 2 || count(nil, 0) != 0 {
		t.Error("count")
	}
	if !equal(nil, []byte{}) || equal(b, b[1:]) || cmpstring("a", "b") != -1 || cmpstring("a", "a") != 0 || floor(3.5) != 3 {
		t.Error("comparison")
	}
}

func TestAtomics(t *testing.T) {
	v, w := uint32(1), uint64(2)
	if xadd(&v, -2) != 0xffffffff || load(&v) != 0xffffffff {
		t.Errorf("%x after adding -2 to 1", v)
	}
	store(&v, 4)
	or(&v, 1)
	if old := and32(&v, 1); old != 5 || v != 1 {
		t.Error(old, v)
	}
	if !cas(&v, 1, 7) || cas(&v, 1, 8) || v != 7 || xchg64(&w, 3) != 2 || w != 3 {
		t.Error(v, w)
	}
	p := unsafe.Pointer(&v)
	if loadp(unsafe.Pointer(&p)) != p {
		t.Error("another pointer")
	}
}
