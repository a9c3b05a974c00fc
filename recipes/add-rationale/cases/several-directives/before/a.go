package m

import "unsafe"

//go:linkname nanotime runtime.nanotime
//go:nosplit
func nanotime() int64

//go:noescape
//go:linkname memhash runtime.memhash
func memhash(p unsafe.Pointer, h, n uintptr) uintptr

//go:linkname schedinit runtime.schedinit
func schedinit()

//go:linkname gone runtime.noSuchFunction
func gone()

//go:linkname systemstack runtime.systemstack
func systemstack(func())
