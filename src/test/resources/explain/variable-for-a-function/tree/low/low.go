package low

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
var schedinit byte

// Use needs all of it.
func Use() {
	println(&schedinit)
}
