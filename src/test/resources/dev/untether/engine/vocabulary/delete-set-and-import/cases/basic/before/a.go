package a

import "unsafe"

var _ unsafe.Pointer

//go:linkname   x    runtime.old
var x int
