package p

import _ "unsafe"


func late() int

//go:linkname late runtime.late
