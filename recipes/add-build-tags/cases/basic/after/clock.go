// Package clock reads the monotonic clock.
package clock

import (
	"time"
)

// Since returns the time that has passed since start.
func Since(start int64) time.Duration {
	return time.Duration(nanotime() - start)
}
