// Package a has memory to look after.
package a

import "unsafe"

// wipe clears memory.
//
//go:linkname wipe runtime.memclrNoHeapPointers
func wipe(ptr unsafe.Pointer, n uintptr)

//go:linkname view runtime.gostringnocopy
func view(s *byte) string

//go:linkname add runtime.add
func add(p unsafe.Pointer, n uintptr) unsafe.Pointer

// Wipe clears b from the second byte.
func Wipe(b *[8]byte) string {
	wipe(add(unsafe.Pointer(b), 1), 7)
	return view(&b[0])
}
