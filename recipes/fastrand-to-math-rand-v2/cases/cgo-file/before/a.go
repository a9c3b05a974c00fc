package a

// static int one(void) { return 1; }
import "C"

import _ "unsafe"

//go:linkname fastrand runtime.fastrand
func fastrand() uint32

// Next returns a number.
func Next() int { return int(C.one()) + int(fastrand()) }
