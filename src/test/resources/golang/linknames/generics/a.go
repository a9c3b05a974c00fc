package p

import _ "unsafe"


//go:linkname keys maps.keys
func keys[M ~map[K]V, K comparable, V any](m M) (r []K) { return nil }

//go:linkname chosen slices.sortInts
func chosen(x []int)
