package a

import "time"

// startTime is where the monotonic clock of this package starts.
var startTime = time.Now()

func now() int64 {
	return int64(time.Since(startTime)) + 1
}
