package m

import _ "unsafe"

//go:linkname overflowError runtime.overflowError
var overflowError error
