package clock

import "testing"

// runtime.nanotime starts anywhere, but not before zero.
func TestStart(t *testing.T) {
	if nanotime() < 0 {
		t.Error("before zero")
	}
}
