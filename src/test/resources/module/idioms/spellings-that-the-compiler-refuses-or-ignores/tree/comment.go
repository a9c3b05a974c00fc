package p

import _ "unsafe"

//go:linkname comment runtime.comment // why
func comment()
