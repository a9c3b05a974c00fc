package a

import (
	"strings"
	_ "unsafe"
)

//go:linkname grow strings.(*Builder).grow
func grow(b *strings.Builder, n int)

func add(a, b int) int { return a + b }

// Add returns a sum.
func Add(b *strings.Builder) int {
	grow(b, 8)
	return add(1, 2)
}
