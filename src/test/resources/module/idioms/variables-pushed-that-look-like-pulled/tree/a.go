package p

import _ "unsafe"

//go:linkname _cgo_setenv runtime._cgo_setenv
var _cgo_setenv = &trampoline

var trampoline byte

//go:linkname _iscgo runtime.iscgo
var _iscgo = true
