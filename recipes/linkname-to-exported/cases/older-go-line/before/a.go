package a

import _ "unsafe"

//go:linkname or internal/runtime/atomic.Or32
func or(ptr *uint32, val uint32) uint32

//go:linkname cut strings.Cut
func cut(s, sep string) (before, after string, found bool)

// Set sets a bit.
func Set(p *uint32) (uint32, bool) {
	_, _, found := cut("a", "b")
	return or(p, 1), found
}
