//go:build !go1.20 || go1.30 || clock_safe

package clock

import "time"

var start = time.Now()

func nanotime() int64 { return int64(time.Since(start)) }
