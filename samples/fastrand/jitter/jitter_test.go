package jitter

import (
	"testing"
	"time"
)

func TestDelayStaysBetweenBaseAndHalfMore(t *testing.T) {
	for i := 0; i < 1000; i++ {
		got := Delay(time.Second)
		if got < time.Second || got >= time.Second+time.Second/2 {
			t.Fatalf("Delay(1s) = %v", got)
		}
	}
	if got := Delay(1); got != 1 {
		t.Errorf("Delay(1ns) = %v", got)
	}
}

func TestCoinHasTwoSides(t *testing.T) {
	seen := map[bool]int{}
	for i := 0; i < 1000; i++ {
		seen[Coin()]++
	}
	if seen[true] < 300 || seen[false] < 300 {
		t.Errorf("of 1000 throws %d heads", seen[true])
	}
}
