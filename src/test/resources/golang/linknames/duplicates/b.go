package p

import _ "unsafe"


//go:linkname twice
