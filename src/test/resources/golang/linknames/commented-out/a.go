package p

import _ "unsafe"


// //go:linkname one runtime.one
////go:linkname two runtime.two
// #//go:linkname three runtime.three
/*
//go:linkname four runtime.four
*/
var one, two, three, four int
