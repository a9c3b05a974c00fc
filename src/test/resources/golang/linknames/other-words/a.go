package p

import _ "unsafe"


//go:linknames pulled runtime.pulled
//go:linkname: pulled runtime.pulled
//go:link pulled runtime.pulled
//GO:LINKNAME pulled runtime.pulled
//go:Linkname pulled runtime.pulled
func pulled() {}
