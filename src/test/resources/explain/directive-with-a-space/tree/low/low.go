package low

import _ "unsafe"

// go:linkname nanotime runtime.nanotime
func nanotime() int64

// Use needs all of it.
func Use() {
	nanotime()
}
