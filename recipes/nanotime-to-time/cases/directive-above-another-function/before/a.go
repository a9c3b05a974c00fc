package a

import (
	"time"
	_ "unsafe"
)

//go:noescape
func runtimeNanotime() int64

// Monotime returns a reading.
//
//go:linkname runtimeNanotime runtime.nanotime
func Monotime() time.Duration {
	return time.Duration(runtimeNanotime())
}
