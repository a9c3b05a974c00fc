package p

import _ "unsafe"


//go:linkname before runtime.before
//go:noescape
func before(p *int)

//go:noescape
//go:linkname behind runtime.behind
func behind(p *int)

//go:nosplit
//go:linkname between runtime.between
//go:noinline
func between() {}
