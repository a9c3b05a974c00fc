package a

import "time"

// startTime is where the monotonic clock of this package starts.
var startTime = time.Now()

func nanotime() int64 {
	return int64(time.Since(startTime)) + 1
}

// Stamp is called by a signal handler.
//
//go:nosplit
func Stamp(p *int64) {
	*p = nanotime()
}

//go:nosplit
func other() int { return 1 }

// Now returns a reading.
func Now() int64 { return nanotime() + int64(other()) }
