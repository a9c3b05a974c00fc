package clock

import "unsafe"

//go:linkname align reflect.(*rtype).Align
func align(t unsafe.Pointer) int
