package rand

import "testing"

func TestBelow(t *testing.T) {
	for i := 0; i < 100; i++ {
		if got := Below(3); got > 2 {
			t.Fatal(got)
		}
	}
}
