package p

// #include <stdlib.h>
import "C"

//go:linkname throw runtime.throw
func throw(s string)

func Free() { C.free(nil); throw("") }

func forgotten()
