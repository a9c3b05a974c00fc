package m

import _ "unsafe"

//go:linkname zeroVal runtime.zeroVal
//go:linkname argc runtime.argc
var (
	zeroVal [1024]byte
	argc    int32
)
