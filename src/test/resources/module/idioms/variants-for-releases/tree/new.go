//go:build go1.26

package p

import _ "unsafe"

//go:linkname rand runtime.rand
func rand() uint64
