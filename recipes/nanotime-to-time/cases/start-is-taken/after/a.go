package a

import stdtime "time"

// startTime2 is where the monotonic clock of this package starts.
var startTime2 = stdtime.Now()

func nanotime() int64 {
	return int64(stdtime.Since(startTime2)) + 1
}

var startTime = nanotime()

// Since returns what has passed since the start.
func Since() int64 {
	time := nanotime()
	return time - startTime
}
