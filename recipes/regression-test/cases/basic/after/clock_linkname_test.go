package clock

import "testing"

// TestNanotimeIsMonotonic checks that runtime.nanotime never runs backwards.
func TestNanotimeIsMonotonic(t *testing.T) {
	before := nanotime()
	for i := 0; i < 1000; i++ {
		after := nanotime()
		if after < before {
			t.Fatalf("nanotime went from %d back to %d", before, after)
		}
		before = after
	}
}

// TestFastrandnStaysBelow checks that runtime.fastrandn keeps to its bound.
func TestFastrandnStaysBelow(t *testing.T) {
	for _, bound := range []uint32{1, 2, 10, 1 << 31} {
		for i := 0; i < 100; i++ {
			if n := fastrandn(bound); n >= bound {
				t.Fatalf("fastrandn(%d) = %d", bound, n)
			}
		}
	}
}
