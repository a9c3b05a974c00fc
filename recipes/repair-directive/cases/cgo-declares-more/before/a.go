package m

import _ "unsafe"


// int x;
import "C"

//go:linkname _cgo_helper _cgo_helper
