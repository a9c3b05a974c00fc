package clock

import "unsafe"

//go:linkname readFrom bytes.(*Buffer).ReadFrom
func readFrom(b unsafe.Pointer) int
