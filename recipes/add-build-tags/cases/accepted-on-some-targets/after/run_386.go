//go:build !go1.28

package m

import _ "unsafe"

//go:linkname mcall runtime.mcall
func mcall(fn func(uintptr))
