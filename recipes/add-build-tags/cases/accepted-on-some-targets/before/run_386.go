package m

import _ "unsafe"

//go:linkname mcall runtime.mcall
func mcall(fn func(uintptr))
