// +build !purego,!appengine

package p

import _ "unsafe"

//go:linkname fast runtime.fastrand
func fast() uint32
