package clock

import "testing"

// runtime.nanotime starts anywhere, but not before zero.
func TestStart(t *testing.T) {
	if nanotime() < 0 {
		t.Error("before zero")
	}
}

// TestFastrandVaries checks that runtime.fastrand does not give the same number again and again.
func TestFastrandVaries(t *testing.T) {
	first := fastrand()
	for i := 0; i < 64; i++ {
		if fastrand() != first {
			return
		}
	}
	t.Errorf("fastrand gave %d 65 times", first)
}
