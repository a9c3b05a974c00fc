package p

import _ "unsafe"


//go:linkname offered
func offered() {}

//go:linkname awaited
func awaited(b []byte) (n int, err error)

//go:linkname buffer
var buffer [64]byte

//go:linkname table
var table = []string{"a"}
