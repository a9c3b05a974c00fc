package a

import "unsafe"

var _ unsafe.Pointer

//go:linkname x runtime.new
var x int
