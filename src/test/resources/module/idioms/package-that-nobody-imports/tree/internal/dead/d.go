package dead

import _ "unsafe"

//go:linkname call runtime.asmcgocall
func call()
