// Package search finds bytes by the code of the standard library, from assembly.
package search

// Index returns the index of c in b, or -1.
func Index(b []byte, c byte) int { return indexByte(b, c) }
