package a_test

import (
	"math/rand/v2"
	"testing"
)

func fastrandn(n uint32) uint32 {
	if n == 0 {
		return 0
	}
	return rand.Uint32N(n)
}

func TestBound(t *testing.T) {
	if fastrandn(1) != 0 {
		t.Fatal("out of bounds")
	}
}
