package p

import _ "unsafe"

//go:linkname generic runtime.generic
func generic[T any](t T)
