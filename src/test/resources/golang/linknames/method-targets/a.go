package p

import "unsafe"

type rtype struct{ _ unsafe.Pointer }

//go:linkname align reflect.(*rtype).Align
func align(*rtype) int

//go:linkname entry runtime.funcInfo.entry
func entry(rtype) uintptr

//go:linkname exec internal/poll.(*FD).execIO
func exec(fd *rtype, submit func(o *rtype) error) (int, error)

//go:linkname value example.com/m/b.(T).Value
func value(int) int
