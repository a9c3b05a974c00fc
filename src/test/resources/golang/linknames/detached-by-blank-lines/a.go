package p

import _ "unsafe"


//go:linkname far runtime.far



// Close by, there is another declaration.
const near = 1

func far(n int) bool
