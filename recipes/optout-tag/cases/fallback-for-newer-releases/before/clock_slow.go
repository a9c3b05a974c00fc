//go:build go1.23

package clock

import "time"

var start = time.Now()

func nanotime() int64 { return int64(time.Since(start)) }
