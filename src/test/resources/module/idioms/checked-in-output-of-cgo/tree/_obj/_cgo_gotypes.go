package p

import _ "unsafe"

//go:linkname b runtime.cgocall
func b()
