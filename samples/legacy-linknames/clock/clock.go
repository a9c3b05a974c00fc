// Package clock measures time, and spreads it.
package clock

import (
	"time"
	_ "unsafe"
)

//go:noescape
//go:linkname nanotime runtime.nanotime
func nanotime() int64

//go:linkname fastrand64 runtime.fastrand64
func fastrand64() uint64

// Watch measures how long something takes.
type Watch struct{ start int64 }

// Start returns a running watch.
func Start() Watch { return Watch{nanotime()} }

// Elapsed returns the time since the start.
func (w Watch) Elapsed() time.Duration { return time.Duration(nanotime() - w.start) }

// Jitter returns a duration below limit, which must be positive.
func Jitter(limit time.Duration) time.Duration {
	return time.Duration(fastrand64() % uint64(limit))
}
