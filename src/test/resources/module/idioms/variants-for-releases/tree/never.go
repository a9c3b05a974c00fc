//go:build !go1.20

package p

import _ "unsafe"

//go:linkname gone runtime.gone
func gone()
