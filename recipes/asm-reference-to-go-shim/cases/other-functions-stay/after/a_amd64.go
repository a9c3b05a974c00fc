package a

import "bytes"

// Index returns the index of c in b, or -1.
func Index(b []byte, c byte) int {
	return bytes.IndexByte(b, c)
}

// Answer returns 42.
func Answer() int
