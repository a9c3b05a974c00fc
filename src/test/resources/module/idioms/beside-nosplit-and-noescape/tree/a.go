package p

import _ "unsafe"

//go:nosplit
//go:linkname before runtime.before
func before()

//go:linkname after runtime.after
//go:noescape
func after(p *int)
