package p

import _ "unsafe"


//go:linkname other runtime.other
func other()
