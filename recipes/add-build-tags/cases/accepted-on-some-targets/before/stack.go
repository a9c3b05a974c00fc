package m

import _ "unsafe"

//go:linkname systemstack runtime.systemstack
func systemstack(fn func())
