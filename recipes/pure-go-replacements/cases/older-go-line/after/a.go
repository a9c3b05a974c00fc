// Package a has memory to look after.
package a

import "unsafe"

func add(p unsafe.Pointer, n uintptr) unsafe.Pointer {
	return unsafe.Pointer(uintptr(p) + n)
}

// Wipe clears b from the second byte.
func Wipe(b *[8]byte) string {
	wipe(add(unsafe.Pointer(b), 1), 7)
	return view(&b[0])
}
