package b

import _ "unsafe"

//go:linkname b runtime.b
func b()
