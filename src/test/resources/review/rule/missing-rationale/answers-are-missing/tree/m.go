package clock

import _ "unsafe"

// linkname rationale:
//   why: tests with a fake clock
//   measured gain: none
//   owner:
//
//go:linkname nanotime runtime.nanotime
func nanotime() int64
