package p

import _ "unsafe"


// go:linkname is used by packages that we know of
// go:linkname directives
// go:linkname pulled but with more words than a directive has
func pulled() {}
