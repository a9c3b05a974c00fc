package counter

import "testing"

func TestLoad(t *testing.T) {
	c := Counter{1 << 40}
	if c.Load() != 1<<40 {
		t.Errorf("Load = %d", c.Load())
	}
}
