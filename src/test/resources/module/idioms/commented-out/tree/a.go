package p

import _ "unsafe"

// //go:linkname gone runtime.gone
////go:linkname gone runtime.gone
/*
//go:linkname gone runtime.gone
*/
func gone() {}
