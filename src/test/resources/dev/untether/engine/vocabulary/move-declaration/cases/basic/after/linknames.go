package a

import "unsafe"

// nanotime is a clock.
//
//go:linkname nanotime runtime.nanotime
func nanotime() int64

// newobject makes one.
//
//go:linkname newobject runtime.newobject
func newobject(t unsafe.Pointer) unsafe.Pointer
