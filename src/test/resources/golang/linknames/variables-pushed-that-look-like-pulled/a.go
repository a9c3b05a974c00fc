package p

import _ "unsafe"


//go:linkname _iscgo runtime.iscgo
var _iscgo = true

//go:linkname setenv runtime._cgo_setenv
var setenv = &trampoline

var trampoline byte
