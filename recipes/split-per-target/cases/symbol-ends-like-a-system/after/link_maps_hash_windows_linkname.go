package m

import _ "unsafe"

//go:linkname vgetrandom internal/runtime/maps.hash_windows
func vgetrandom()
