package low

import _ "unsafe"

//go:linkname allgs runtime.allgs
var allgs []*byte

// Use needs all of it.
func Use() {
	println(len(allgs))
}
