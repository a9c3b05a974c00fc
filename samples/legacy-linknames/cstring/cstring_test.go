package cstring

import "testing"

func TestCopyEndsInZero(t *testing.T) {
	b := Copy("abc")
	if len(b) != 4 || b[3] != 0 {
		t.Fatal(b)
	}
	if Len(b) != 3 || View(b) != "abc" {
		t.Errorf("Len %d, View %q", Len(b), View(b))
	}
}

func TestEmptyString(t *testing.T) {
	b := Copy("")
	if Len(b) != 0 || View(b) != "" {
		t.Errorf("Len %d, View %q", Len(b), View(b))
	}
}
