package a

import (
	"testing"
	"time"
)

func TestPartsAreThoseOfTheTime(t *testing.T) {
	before := time.Now()
	sec, nsec := walltime()
	got := time.Unix(sec, int64(nsec))
	if got.Before(before.Round(0)) || got.After(time.Now()) {
		t.Errorf("%v is not between %v and now", got, before)
	}
}

func TestMonotonicPart(t *testing.T) {
	_, _, last := now()
	if last < 1 {
		t.Fatal(last)
	}
	for i := 0; i < 100000; i++ {
		_, nsec, mono := now()
		if mono < last || nsec < 0 || nsec > 999999999 {
			t.Fatal(mono, last, nsec)
		}
		last = mono
	}
}
