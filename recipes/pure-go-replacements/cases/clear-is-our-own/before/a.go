package a

import "unsafe"

//go:linkname wipe runtime.memclrNoHeapPointers
func wipe(ptr unsafe.Pointer, n uintptr)

func clear(b []byte) {
	if len(b) > 0 {
		wipe(unsafe.Pointer(&b[0]), uintptr(len(b)))
	}
}

//go:linkname copyMemory runtime.memmove
func copyMemory(to, from unsafe.Pointer, n uintptr)

func copy(a, b *[8]byte) { copyMemory(unsafe.Pointer(a), unsafe.Pointer(b), 8) }

// Clear clears b.
func Clear(b []byte) { clear(b) }
