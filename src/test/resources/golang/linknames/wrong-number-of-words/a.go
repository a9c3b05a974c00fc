package p

import _ "unsafe"


//go:linkname pulled runtime.pulled please
func pulled()

//go:linkname 
func other() {}

//go:linknamestd a b c
