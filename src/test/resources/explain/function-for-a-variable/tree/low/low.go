package low

import _ "unsafe"

//go:linkname allglen runtime.allglen
func allglen() int64

// Use needs all of it.
func Use() {
	allglen()
}
