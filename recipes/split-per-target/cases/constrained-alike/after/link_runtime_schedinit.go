//go:build linux && go1.21

package m

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()
