package p

import _ "unsafe"

//go:linkname crlf runtime.crlf
func crlf()
