package clock

import (
	"testing"
	"time"
)

func TestReadingsAreAtLeastOneAndNeverGoBack(t *testing.T) {
	last := atInit
	if last < 1 {
		t.Fatalf("the first reading is %d", last)
	}
	for i := 0; i < 100000; i++ {
		now := nanotime()
		if now < last {
			t.Fatalf("%d after %d", now, last)
		}
		last = now
	}
}

func TestAMillisecondTakesAMillisecond(t *testing.T) {
	w := Start()
	time.Sleep(2 * time.Millisecond)
	if got := w.Elapsed(); got < 2*time.Millisecond || got > time.Minute {
		t.Errorf("2 ms took %v", got)
	}
}

func TestReadingsDoNotAllocate(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { nanotime() }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
