package p

import _ "unsafe"


//go:linkname pin sync.runtime_procPin
func pin() int

//go:linkname pinned runtime.procPin
func pinned() int
