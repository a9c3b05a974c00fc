package words_test

import (
	"testing"
	_ "unsafe" // for go:linkname
)

// cut is what Count counts with.
//
//go:linkname cut example.com/words.cut
func cut(text string, at byte) []string

func TestCut(t *testing.T) {
	if got := cut("a b", ' '); len(got) != 2 {
		t.Errorf("got %q", got)
	}
}
