package low

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

//go:linkname gogo runtime.gogo
func gogo(buf *byte)

//go:linkname nanotime runtime.nanotime
func nanotime() int64

// Use needs all of it.
func Use() {
	schedinit()
	gogo(nil)
	nanotime()
}
