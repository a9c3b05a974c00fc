// Package cstring reads strings that end in a zero byte.
package cstring

import "unsafe"

//go:linkname findnull runtime.findnull
//go:linkname gostringnocopy runtime.gostringnocopy
//go:linkname rawbyteslice runtime.rawbyteslice

func findnull(s *byte) int

func gostringnocopy(str *byte) string

func rawbyteslice(size int) (b []byte)

// Len returns the number of bytes before the zero.
func Len(b []byte) int { return findnull(&b[0]) }

// View returns the bytes before the zero as a string that shares them.
func View(b []byte) string { return gostringnocopy(&b[0]) }

// Copy returns a copy of b with a zero byte behind it.
func Copy(b string) []byte {
	c := rawbyteslice(len(b) + 1)
	copy(c, b)
	c[len(b)] = 0
	return c
}

// Address returns where b starts.
func Address(b []byte) uintptr { return uintptr(unsafe.Pointer(&b[0])) }
