//go:build !linux || !amd64 || !go1.20 || nolinkname

package clock

import "time"

var start = time.Now()

func nanotime() int64 { return int64(time.Since(start)) }
