package p

import _ "unsafe"

// now tells the time.
//
// It does so in nanoseconds:
//
//	from an arbitrary start,
//	and never backwards.
//
//go:linkname now runtime.nanotime
func now() int64
