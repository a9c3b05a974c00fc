package p

import _ "unsafe"


// labels gives the labels of the running goroutine.
//
// The text is long, and its last line is for the compiler:
//go:linkname labels runtime/pprof.runtime_getProfLabel
func labels() map[string]string
