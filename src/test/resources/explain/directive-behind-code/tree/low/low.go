package low

import _ "unsafe"

func nanotime() int64 //go:linkname nanotime runtime.nanotime

// Use needs all of it.
func Use() {
	nanotime()
}
