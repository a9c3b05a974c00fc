package spin

import "testing"

func TestWaitEnds(t *testing.T) {
	if got := Wait(5, func() bool { return true }); got != 5 {
		t.Error(got)
	}
	if got := Wait(5, func() bool { return false }); got != 0 {
		t.Error(got)
	}
}
