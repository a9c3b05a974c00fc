package a_test

import (
	"testing"
	_ "unsafe"

	_ "example.com/m"
)

//go:linkname hidden example.com/m.hidden
func hidden(n int) int

func TestHidden(t *testing.T) { hidden(1) }
