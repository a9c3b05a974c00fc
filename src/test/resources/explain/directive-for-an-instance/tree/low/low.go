package low

import _ "unsafe"

//go:linkname clone slices.Clone[go.shape.[]int,go.shape.int]
func clone(x []int) []int

// Use needs all of it.
func Use() {
	clone(nil)
}
