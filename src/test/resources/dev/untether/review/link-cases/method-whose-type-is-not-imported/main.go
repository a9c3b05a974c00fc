package main

import (
	_ "strings"
	"unsafe"
)

//go:linkname grow strings.(*Builder).grow
func grow(b unsafe.Pointer, n int)

func main() {
	var b [4]uintptr
	grow(unsafe.Pointer(&b), 8)
}
