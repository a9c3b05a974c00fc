// Package m is a module.
package m

import _ "unsafe" // for go:linkname

//go:linkname nanotime runtime.sched_getaffinity
func nanotime(pid, len uintptr, buf *byte) int32

// Now returns nanoseconds.
func Now() int32 { return nanotime(0, 0, nil) }
