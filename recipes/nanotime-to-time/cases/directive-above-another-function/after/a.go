package a

import (
	"time"
)

// startTime is where the monotonic clock of this package starts.
var startTime = time.Now()

func runtimeNanotime() int64 {
	return int64(time.Since(startTime)) + 1
}

// Monotime returns a reading.
func Monotime() time.Duration {
	return time.Duration(runtimeNanotime())
}
