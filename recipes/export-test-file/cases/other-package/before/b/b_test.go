package b

import (
	"testing"
	_ "unsafe"
)

//go:linkname hidden example.com/m/a.hidden
func hidden() int

func TestHidden(t *testing.T) { hidden() }
