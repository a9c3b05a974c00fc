// Package stamp puts times into records.
package stamp

import "time"

// startTime is where the monotonic clock of this package starts.
var startTime = time.Now()

func now() (sec int64, nsec int32, mono int64) {
	t := time.Now()
	return t.Unix(), int32(t.Nanosecond()), int64(t.Sub(startTime)) + 1
}

// Milliseconds returns the time in milliseconds since 1970.
func Milliseconds() int64 {
	sec, nsec, _ := now()
	return sec*1000 + int64(nsec)/1000000
}
