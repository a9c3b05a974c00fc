package main

import _ "unsafe"

//go:linkname acquire runtime.semacquire
func acquire(addr *uint32)

func main() {}
