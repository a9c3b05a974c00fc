package a

import _ "unsafe"

//go:linkname fastrandSeed runtime.fastrandseed
func fastrandSeed() uint32

//go:linkname nanotime runtime.nanotime
func nanotime() int64
