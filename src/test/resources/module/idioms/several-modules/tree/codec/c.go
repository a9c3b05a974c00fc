package codec

import _ "unsafe"

//go:linkname c runtime.c
func c()

//go:linkname up example.com/m.a
func up()
