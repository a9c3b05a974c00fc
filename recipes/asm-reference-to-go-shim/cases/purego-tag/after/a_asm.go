//go:build amd64 && !purego

package a

import "bytes"

func index(b []byte, c byte) int {
	return bytes.IndexByte(b, c)
}
