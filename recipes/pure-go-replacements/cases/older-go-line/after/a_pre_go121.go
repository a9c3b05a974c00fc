//go:build !go1.21

package a

import "unsafe"

// wipe clears memory.
//
//go:linkname wipe runtime.memclrNoHeapPointers
func wipe(ptr unsafe.Pointer, n uintptr)

//go:linkname view runtime.gostringnocopy
func view(s *byte) string
