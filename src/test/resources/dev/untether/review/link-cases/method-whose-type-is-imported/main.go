package main

import (
	"strings"
	_ "unsafe"
)

//go:linkname grow strings.(*Builder).grow
func grow(b *strings.Builder, n int)

func main() {
	var b strings.Builder
	grow(&b, 8)
}
