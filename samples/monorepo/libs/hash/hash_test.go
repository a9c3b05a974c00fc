package hash

import "testing"

func TestEqualStringsHashAlike(t *testing.T) {
	if String("a") != String("a") || String("a") == String("b") {
		t.Error("a hash that is none")
	}
}
