//go:build !cgo

package p

import _ "unsafe"

//go:linkname alloc runtime.persistentalloc
func alloc()
