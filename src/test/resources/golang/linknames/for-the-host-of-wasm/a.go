package p

import _ "unsafe"


//go:wasmimport host now
func now() int64

//go:linkname pulled runtime.pulled
func pulled()
