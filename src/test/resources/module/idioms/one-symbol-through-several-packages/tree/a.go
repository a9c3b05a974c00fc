package p

import _ "unsafe"

//go:linkname pin sync.runtime_procPin
func pin() int

//go:linkname alsoPin runtime.procPin
func alsoPin() int

//go:linkname move reflect.typedmemmove
func move(t, dst, src *byte)
