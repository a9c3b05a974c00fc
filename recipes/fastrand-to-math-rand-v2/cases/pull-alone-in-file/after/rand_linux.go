//go:build !go1.22

package a

import _ "unsafe" // for go:linkname

//go:linkname fastrand runtime.fastrand
func fastrand() uint32
