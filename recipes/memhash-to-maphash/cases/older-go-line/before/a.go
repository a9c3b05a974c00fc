// Package a hashes keys.
package a

import "unsafe"

//go:linkname nilinterhash runtime.nilinterhash
func nilinterhash(p unsafe.Pointer, h uintptr) uintptr

//go:linkname strhash runtime.strhash
func strhash(p unsafe.Pointer, h uintptr) uintptr

// Any returns a hash of v.
func Any(v any) uintptr { return nilinterhash(unsafe.Pointer(&v), 1) }

// String returns a hash of s.
func String(s string) uintptr { return strhash(unsafe.Pointer(&s), 1) }
