// Package cstring reads strings that end in a zero byte.
package cstring

import "unsafe"

func findnull(s *byte) int {
	n := 0
	if s != nil {
		for *(*byte)(unsafe.Pointer(uintptr(unsafe.Pointer(s)) + uintptr(n))) != 0 {
			n++
		}
	}
	return n
}

func gostringnocopy(str *byte) string {
	n := 0
	if str != nil {
		for *(*byte)(unsafe.Pointer(uintptr(unsafe.Pointer(str)) + uintptr(n))) != 0 {
			n++
		}
	}
	return unsafe.String(str, n)
}

// Len returns the number of bytes before the zero.
func Len(b []byte) int { return findnull(&b[0]) }

// View returns the bytes before the zero as a string that shares them.
func View(b []byte) string { return gostringnocopy(&b[0]) }
