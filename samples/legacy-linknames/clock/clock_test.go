package clock

import (
	"testing"
	"time"
)

func TestElapsedGrows(t *testing.T) {
	w := Start()
	time.Sleep(2 * time.Millisecond)
	if got := w.Elapsed(); got < 2*time.Millisecond || got > time.Minute {
		t.Errorf("2 ms took %v", got)
	}
}

func TestJitterStaysBelowTheLimit(t *testing.T) {
	for i := 0; i < 100; i++ {
		if got := Jitter(time.Millisecond); got < 0 || got >= time.Millisecond {
			t.Fatal(got)
		}
	}
}
