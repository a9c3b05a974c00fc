//go:build amd64 || arm64

package search

//go:noescape
func indexByte(b []byte, c byte) int
