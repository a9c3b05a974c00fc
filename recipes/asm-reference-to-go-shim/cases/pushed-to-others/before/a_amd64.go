package a

import _ "unsafe"

//go:linkname load
func load(addr *uint64) uint64
