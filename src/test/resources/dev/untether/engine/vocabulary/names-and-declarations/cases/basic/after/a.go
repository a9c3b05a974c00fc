package a

import "time"

const startTime = 1

var startTime2 = time.Now()

// now is a clock.
func now() int64 {
	return int64(time.Since(startTime2) / time.Nanosecond)
}
