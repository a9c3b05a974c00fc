package p

import _ "unsafe"

//go:linkname marked
func marked() {}

//go:linkname filled
func filled()
