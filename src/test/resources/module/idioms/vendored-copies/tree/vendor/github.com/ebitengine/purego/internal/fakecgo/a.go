package fakecgo

import _ "unsafe"

//go:linkname _iscgo runtime.iscgo
var _iscgo = true
