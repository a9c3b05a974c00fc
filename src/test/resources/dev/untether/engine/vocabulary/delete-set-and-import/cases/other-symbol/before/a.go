package a

import "unsafe"

var _ unsafe.Pointer

//go:linkname   x    runtime.other
var x int
