package m

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()
