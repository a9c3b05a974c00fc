//go:build !go1.23

package m

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()
