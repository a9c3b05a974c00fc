package words_test

import (
	"testing"

	"example.com/words"
)

// cut is what Count counts with.
var cut = words.Cut

func TestCut(t *testing.T) {
	if got := cut("a b", ' '); len(got) != 2 {
		t.Errorf("got %q", got)
	}
}
