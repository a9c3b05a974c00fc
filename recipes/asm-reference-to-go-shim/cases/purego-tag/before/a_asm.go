//go:build amd64 && !purego

package a

//go:noescape
func index(b []byte, c byte) int
