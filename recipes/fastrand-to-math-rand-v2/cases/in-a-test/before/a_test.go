package a_test

import (
	"testing"
	_ "unsafe"
)

//go:linkname fastrandn runtime.fastrandn
func fastrandn(n uint32) uint32

func TestBound(t *testing.T) {
	if fastrandn(1) != 0 {
		t.Fatal("out of bounds")
	}
}
