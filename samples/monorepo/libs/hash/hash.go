// Package hash hashes strings.
package hash

import "unsafe"

//go:linkname strhash runtime.strhash
func strhash(p unsafe.Pointer, h uintptr) uintptr

// String returns a hash that holds for the life of the process.
func String(s string) uint64 { return uint64(strhash(unsafe.Pointer(&s), 0)) }
