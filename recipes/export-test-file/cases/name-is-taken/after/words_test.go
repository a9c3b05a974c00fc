package words_test

import (
	"testing"

	words "example.com/m"
)

// cut is what Count counts with.
var cut = words.ExportCut

func TestCut(t *testing.T) {
	if got := cut("a b", ' '); len(got) != 2 {
		t.Errorf("got %q", got)
	}
}
