package a

import "strings"

func cut(s, sep string) (before, after string, found bool) {
	return strings.Cut(s, sep)
}

// Set sets a bit.
func Set(p *uint32) (uint32, bool) {
	_, _, found := cut("a", "b")
	return or(p, 1), found
}
