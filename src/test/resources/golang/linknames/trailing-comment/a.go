package p

import _ "unsafe"


//go:linkname pulled runtime.pulled // see issue 1
func pulled()

//go:linkname marked // for others
func marked() {}
