//go:build go1.21

package a

import "unsafe"

// wipe clears memory.
func wipe(ptr unsafe.Pointer, n uintptr) {
	clear(unsafe.Slice((*byte)(ptr), n))
}

func view(s *byte) string {
	n := 0
	if s != nil {
		for *(*byte)(unsafe.Pointer(uintptr(unsafe.Pointer(s)) + uintptr(n))) != 0 {
			n++
		}
	}
	return unsafe.String(s, n)
}
