package p

import _ "unsafe"


//go:linkname
func pulled() {}
