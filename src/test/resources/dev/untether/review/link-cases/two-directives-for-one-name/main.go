package main

import _ "unsafe"

//go:linkname now runtime.nanotime
//go:linkname now runtime.walltime
func now() int64

func main() { println(now()) }
