package counter

import (
	"sync"
	"testing"
)

func TestNothingIsLost(t *testing.T) {
	var c Counter
	var wg sync.WaitGroup
	for i := 0; i < 4; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := 0; j < 1000; j++ {
				c.Add()
			}
		}()
	}
	wg.Wait()
	if c.Load() != 4000 {
		t.Errorf("counted %d", c.Load())
	}
}
