// Package m tells the time.
package m

import _ "unsafe" // for go:linkname

//go:linkname nanotime runtime.nanotime
func nanotime() int64

//go:linkname affinity runtime.sched_getaffinity
func affinity(pid, len uintptr, buf *byte) int32

// Now returns nanoseconds.
func Now() int64 { return nanotime() + int64(affinity(0, 0, nil)) }
