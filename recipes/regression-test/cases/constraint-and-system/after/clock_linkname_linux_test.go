// Copyright 2026 The Clock Authors.

//go:build go1.18 && arm64

package clock

import (
	"testing"
	"time"
)

// TestWalltimeIsNow checks that runtime.walltime tells the time that package time tells.
func TestWalltimeIsNow(t *testing.T) {
	sec, nsec := walltime()
	if nsec < 0 || nsec >= 1e9 {
		t.Errorf("walltime counts %d nanoseconds in a second", nsec)
	}
	if passed := time.Since(time.Unix(sec, int64(nsec))); passed < -time.Minute || passed > time.Minute {
		t.Errorf("walltime is %v behind the clock", passed)
	}
}
