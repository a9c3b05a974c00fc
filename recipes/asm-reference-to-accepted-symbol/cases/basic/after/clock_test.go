//go:build linux && (amd64 || arm64)

package clock

import (
	"testing"
	"time"
)

func TestTicksAreNanoseconds(t *testing.T) {
	start := Ticks()
	time.Sleep(2 * time.Millisecond)
	if took := time.Duration(Ticks() - start); took < 2*time.Millisecond || took > time.Minute {
		t.Errorf("2 ms took %v", took)
	}
}
