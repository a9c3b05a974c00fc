package p

import _ "unsafe"


//go:linkname reason runtime.waitReason
type reason uint8
