// Package cstring reads strings that end in a zero byte.
package cstring

import _ "unsafe"

//go:linkname findnull runtime.findnull
//go:linkname gostringnocopy runtime.gostringnocopy

func findnull(s *byte) int

func gostringnocopy(str *byte) string

// Len returns the number of bytes before the zero.
func Len(b []byte) int { return findnull(&b[0]) }

// View returns the bytes before the zero as a string that shares them.
func View(b []byte) string { return gostringnocopy(&b[0]) }
