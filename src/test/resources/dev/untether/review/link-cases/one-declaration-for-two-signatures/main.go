package main

import "unsafe"

//go:linkname mapiterkey reflect.mapiterkey
func mapiterkey(it unsafe.Pointer) unsafe.Pointer

func main() { println(mapiterkey(nil)) }
