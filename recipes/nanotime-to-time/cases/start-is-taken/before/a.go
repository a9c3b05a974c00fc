package a

import _ "unsafe"

//go:linkname nanotime runtime.nanotime
func nanotime() int64

var startTime = nanotime()

// Since returns what has passed since the start.
func Since() int64 {
	time := nanotime()
	return time - startTime
}
