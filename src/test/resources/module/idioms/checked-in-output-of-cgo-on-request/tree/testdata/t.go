package p

import _ "unsafe"

//go:linkname a runtime.a
func a()
