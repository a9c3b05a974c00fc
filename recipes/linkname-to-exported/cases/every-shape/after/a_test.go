package a

import (
	"strings"
	"testing"
)

func TestCallsReachTheFunctions(t *testing.T) {
	var b strings.Builder
	got, err := All(&b)
	if got != "a1x1" && got != "a1 x1" || err != nil || b.String() != "1 2\n" {
		t.Errorf("%q, %v, %q", got, err, b.String())
	}
}
