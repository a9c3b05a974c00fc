package a

import _ "unsafe"

//go:linkname fastrand runtime.fastrand
func fastrand() uint32

// Next returns a number.
func Next() uint32 { return fastrand() }
