package p

import _ "unsafe"


func init()

//go:linkname one runtime.one
func one[T any](x T) T

func two[K comparable, V any]() map[K]V
