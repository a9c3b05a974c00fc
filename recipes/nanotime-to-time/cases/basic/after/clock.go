// Package clock measures how long things take.
package clock

import (
	"time"
)

// startTime is where the monotonic clock of this package starts.
var startTime = time.Now()

func nanotime() int64 {
	return int64(time.Since(startTime)) + 1
}

// Watch measures how long something takes.
type Watch struct{ start int64 }

// Start returns a running watch.
func Start() Watch { return Watch{nanotime()} }

// Elapsed returns the time since the start.
func (w Watch) Elapsed() time.Duration { return time.Duration(nanotime() - w.start) }
