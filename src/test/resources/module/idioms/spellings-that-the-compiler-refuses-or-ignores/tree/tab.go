package p

import _ "unsafe"

//go:linkname	tab runtime.tab
func tab()
