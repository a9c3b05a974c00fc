package m

import _ "unsafe"

//go:linkname
func f() {}
