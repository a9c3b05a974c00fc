package m

import _ "unsafe"

//go:linkname fetch syscall.runtime_envs
func fetch() []string

//go:linkname vgetrandom internal/runtime/maps.hash_windows
func vgetrandom()
