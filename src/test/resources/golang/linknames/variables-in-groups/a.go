package p

import _ "unsafe"


var (
	//go:linkname one runtime.one
	one int

	//go:linkname two runtime.two
	two, three = 2, 3
	//go:linkname three runtime.three
)

//go:linkname left runtime.left
//go:linkname right runtime.right
var left, right uint32
