package p

import _ "unsafe"

//go:linkname sysctl syscall.sysctl
func sysctl()
