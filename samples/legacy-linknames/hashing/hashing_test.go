package hashing

import "testing"

func TestEqualValuesHashAlike(t *testing.T) {
	if Bytes([]byte("one")) != Bytes([]byte("one")) || Uint64(1) != Uint64(1) {
		t.Error("equal values, different hashes")
	}
	if String("one") != String(string([]byte{'o', 'n', 'e'})) {
		t.Error("equal strings, different hashes")
	}
}

func TestDifferentValuesHashApart(t *testing.T) {
	seen := map[uint64]bool{}
	for i := uint64(0); i < 1000; i++ {
		seen[Uint64(i)] = true
	}
	if len(seen) < 990 {
		t.Errorf("1000 values have %d hashes", len(seen))
	}
	if Bytes([]byte("one")) == Bytes([]byte("two")) || String("one") == String("two") {
		t.Error("different values, one hash")
	}
}
