package m

import _ "unsafe"

//go:linkname gone runtime.noSuchFunction
func gone()
