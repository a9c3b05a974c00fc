package words

import (
	"testing"
	_ "unsafe" // for go:linkname
)

// cutAt is what Count counts with.
//
//go:linkname cutAt example.com/m.cut
func cutAt(text string, at byte) []string

func TestCut(t *testing.T) {
	if got := cutAt("a b", ' '); len(got) != 2 {
		t.Errorf("got %q", got)
	}
}
