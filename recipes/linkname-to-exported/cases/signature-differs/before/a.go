package a

import _ "unsafe"

type info interface{ Name() string }

//go:linkname stat os.Stat
func stat(string) (info, error)

// Stat returns facts of a file.
func Stat(name string) (info, error) { return stat(name) }
