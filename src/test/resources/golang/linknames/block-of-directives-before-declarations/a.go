package p

import _ "unsafe"


//go:linkname first syscall.first
//go:linkname second syscall.second
//go:linkname third syscall.third

var unrelated = 1

func third(a, b uintptr) (r uintptr)
func first()

//go:nosplit
func second(p *byte) *byte
