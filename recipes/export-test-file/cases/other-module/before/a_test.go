package a

import (
	"testing"
	_ "unsafe"
)

//go:linkname nanotime example.org/n.nanotime
func nanotime() int64

func TestTime(t *testing.T) { nanotime() }
