//go:build !linux

package a

import "time"

// startTime2 is where the monotonic clock of this package starts.
var startTime2 = time.Now()

func now() int64 {
	return int64(time.Since(startTime2)) + 1
}
