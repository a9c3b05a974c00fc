// Package clock reads the monotonic clock.
package clock

import (
	"time"
	_ "unsafe"
)

// Nanotime returns the current reading of the monotonic clock in nanoseconds.
//
//go:linkname nanotime runtime.nanotime
//go:nosplit
func nanotime() int64

// Since returns the time that has passed since start.
func Since(start int64) time.Duration {
	return time.Duration(nanotime() - start)
}
