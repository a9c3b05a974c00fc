package m

import _ "unsafe"

// The old way:
// go:linkname nanotime runtime.nanotime1
//
//go:linkname nanotime runtime.nanotime
func nanotime() int64

// // go:linkname fastrand runtime.fastrand
func fastrand() uint32 { return 4 }

// go:linkname is a directive that we do not use.
