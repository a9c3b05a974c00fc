//go:build !go1.26

package p

import _ "unsafe"

//go:linkname rand runtime.fastrand64
func rand() uint64
