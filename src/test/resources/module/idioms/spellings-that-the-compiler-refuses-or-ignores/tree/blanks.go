package p

import _ "unsafe"

//go:linkname  blanks 	 runtime.blanks
func blanks()
