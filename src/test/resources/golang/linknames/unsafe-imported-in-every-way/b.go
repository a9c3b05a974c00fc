package p

import . "unsafe"

//go:linkname b runtime.b
func b() Pointer
