package main

import _ "unsafe"

//go:linkname check runtime.checkASM
func check() bool

func main() { println(check()) }
