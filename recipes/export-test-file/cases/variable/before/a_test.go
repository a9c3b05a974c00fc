package a_test

import (
	"testing"
	_ "unsafe"

	_ "example.com/m"
)

//go:linkname hidden example.com/m.hidden
var hidden int

func TestHidden(t *testing.T) { hidden++ }
