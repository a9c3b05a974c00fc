package m

import _ "unsafe"

//go:linkname helper somewhere/else.helper
func helper()
