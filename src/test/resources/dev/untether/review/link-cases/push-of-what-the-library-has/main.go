package main

import _ "unsafe"

//go:linkname now runtime.nanotime
func now() int64 { return 0 }

func main() { println(now()) }
