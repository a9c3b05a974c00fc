package low

import _ "unsafe"

//go:linkname nanotime runtime.nanotime

// Use needs all of it.
func Use() {
}
