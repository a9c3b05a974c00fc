package p

import _ "unsafe"

//go:linkname reason runtime.stwReason
type reason uint8
