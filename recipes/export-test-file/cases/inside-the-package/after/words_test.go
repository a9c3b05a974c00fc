package words

import (
	"testing"
)

// cutAt is what Count counts with.
var cutAt = cut

func TestCut(t *testing.T) {
	if got := cutAt("a b", ' '); len(got) != 2 {
		t.Errorf("got %q", got)
	}
}
