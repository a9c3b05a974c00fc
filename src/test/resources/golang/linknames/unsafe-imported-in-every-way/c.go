package p

import (
	name `unsafe`
)

//go:linkname c runtime.c
func c() name.Pointer
