package p

import _ "unsafe"

//go:linkname far runtime.far

var between int

// A comment of its own.

const also = 1
