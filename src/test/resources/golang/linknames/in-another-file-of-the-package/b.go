package p

import _ "unsafe"


//go:linkname split runtime.split
