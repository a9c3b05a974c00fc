package p

import u "unsafe"

const constant = u.Sizeof(0)

type thing struct{ field int }

func (thing) method() {}

func init() {}

func local() { var inside int; _ = inside }

var _ = 1

//go:linkname constant runtime.a
//go:linkname method runtime.b
//go:linkname thing.method runtime.c
//go:linkname init runtime.d
//go:linkname inside runtime.e
//go:linkname _ runtime.f
//go:linkname u runtime.g
//go:linkname nowhere
