package hashing

import (
	"math"
	"testing"
	"unsafe"
)

func TestEqualBytesHashAlikeHoweverTheyAreGiven(t *testing.T) {
	s := "some bytes"
	b := []byte(s)
	want := memhash(unsafe.Pointer(&b[0]), 3, uintptr(len(b)))
	for i, got := range []uintptr{strhash(unsafe.Pointer(&s), 3), stringHash(s, 3), bytesHash(b, 3)} {
		if got != want {
			t.Errorf("way %d: %x, want %x", i, got, want)
		}
	}
	v := uint64(12345)
	if memhash64(unsafe.Pointer(&v), 3) != int64Hash(v, 3) || memhash(unsafe.Pointer(&v), 3, 8) != int64Hash(v, 3) {
		t.Error("the same eight bytes, two hashes")
	}
}

func TestEmptyMemoryMayBeNil(t *testing.T) {
	if memhash(nil, 3, 0) != bytesHash(nil, 3) || stringHash("", 3) != bytesHash([]byte{}, 3) {
		t.Error("no bytes, two hashes")
	}
}

func TestDifferentValuesHashApart(t *testing.T) {
	seen := map[uintptr]bool{}
	for i := uint64(0); i < 10000; i++ {
		seen[int64Hash(i, 1)] = true
		seen[int64Hash(i, 2)] = true
	}
	if len(seen) < 19990 {
		t.Errorf("20000 pairs of value and seed have %d hashes", len(seen))
	}
}

func TestWhatCollidesWithOneSeedDoesNotWithAnother(t *testing.T) {
	const buckets = 16
	same := 0
	for i := uint64(0); i < 1000; i++ {
		if int64Hash(i, 1)%buckets == int64Hash(i+1, 1)%buckets && int64Hash(i, 2)%buckets == int64Hash(i+1, 2)%buckets {
			same++
		}
	}
	if same > 30 {
		t.Errorf("%d of 1000 collide with both seeds", same)
	}
}

func TestOnlyTheBytesOfTheValueCount(t *testing.T) {
	a := [4]uint64{1, 2, 3, 4}
	b := [4]uint64{1, 2, 5, 6}
	p, q := unsafe.Pointer(&a), unsafe.Pointer(&b)
	if memhash8(p, 1) != memhash8(q, 1) || memhash16(p, 1) != memhash16(q, 1) || memhash32(p, 1) != memhash32(q, 1) ||
		memhash64(p, 1) != memhash64(q, 1) || memhash128(p, 1) != memhash128(q, 1) {
		t.Error("bytes behind the value count")
	}
	if memhash(p, 1, 32) == memhash(q, 1, 32) || int32Hash(1, 1) == int32Hash(2, 1) {
		t.Error("bytes of the value do not count")
	}
}

func TestInterfacesHashByDynamicTypeAndValue(t *testing.T) {
	one, again, other, typed := any(1), any(1), any(2), any("1")
	h := nilinterhash(unsafe.Pointer(&one), 1)
	if h != nilinterhash(unsafe.Pointer(&again), 1) {
		t.Error("equal values, different hashes")
	}
	if h == nilinterhash(unsafe.Pointer(&other), 1) || h == nilinterhash(unsafe.Pointer(&typed), 1) {
		t.Error("different values, one hash")
	}
	var err, same, none error = number(1), number(1), nil
	if interhash(unsafe.Pointer(&err), 1) != interhash(unsafe.Pointer(&same), 1) {
		t.Error("equal errors, different hashes")
	}
	if interhash(unsafe.Pointer(&err), 1) == interhash(unsafe.Pointer(&none), 1) {
		t.Error("an error hashes like none")
	}
}

func TestWhatCannotBeAKeyPanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a slice has a hash")
		}
	}()
	slice := any([]int{1})
	nilinterhash(unsafe.Pointer(&slice), 1)
}

func TestZerosAreEqual(t *testing.T) {
	zero, negative := 0.0, math.Copysign(0, -1)
	if f64hash(unsafe.Pointer(&zero), 1) != f64hash(unsafe.Pointer(&negative), 1) {
		t.Error("0 == -0, and the hashes differ")
	}
	small, c, d := float32(1), complex64(1), complex128(1)
	for _, h := range []uintptr{f32hash(unsafe.Pointer(&small), 1), c64hash(unsafe.Pointer(&c), 1), c128hash(unsafe.Pointer(&d), 1)} {
		if h == 0 {
			t.Error("0")
		}
	}
}

func TestMemoryIsHashedWithoutAllocation(t *testing.T) {
	n := testing.AllocsPerRun(100, func() {
		var b [100]byte
		memhash(unsafe.Pointer(&b), 1, 100)
		int64Hash(7, 1)
		stringHash("text", 1)
	})
	if n != 0 {
		t.Errorf("%v allocations", n)
	}
}

type number int

func (number) Error() string { return "number" }
