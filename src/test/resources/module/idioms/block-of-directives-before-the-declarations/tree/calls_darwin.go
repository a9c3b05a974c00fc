package p

import _ "unsafe"

//go:linkname first syscall.first
//go:linkname second syscall.second
//go:linkname third syscall.third

func second()
func third()
func first()
