package main

import _ "unsafe"

//go:linkname now runtime.nanotime
func now() int64

func main() { println(now()) }
