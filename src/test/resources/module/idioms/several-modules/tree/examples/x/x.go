package main

import _ "unsafe"

//go:linkname x runtime.x
type x int
