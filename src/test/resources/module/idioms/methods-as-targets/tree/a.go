package p

import _ "unsafe"

//go:linkname align reflect.(*rtype).Align
func align(t *int) int

//go:linkname entry runtime.funcInfo.entry
func entry(f uintptr) uintptr

//go:linkname connect net.(*netFD).init
func connect(fd *int) error
