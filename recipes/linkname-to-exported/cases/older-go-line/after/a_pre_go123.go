//go:build !go1.23

package a

import _ "unsafe"

//go:linkname or internal/runtime/atomic.Or32
func or(ptr *uint32, val uint32) uint32
