//go:build !go1.28

package clock

import _ "unsafe"

// Nanotime returns the current reading of the monotonic clock in nanoseconds.
//
//go:linkname nanotime runtime.nanotime
//go:nosplit
func nanotime() int64
