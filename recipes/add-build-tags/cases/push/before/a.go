package m

import _ "unsafe"

//go:linkname overflow runtime.overflow
func overflow() {}
