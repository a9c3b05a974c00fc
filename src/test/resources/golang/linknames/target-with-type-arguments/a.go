package p

import _ "unsafe"


//go:linkname sortInts slices.pdqsortOrdered[go.shape.int]
func sortInts(x []int, a, b, limit int)

//go:linkname open runtime.strange[
func open()
