package a

import "unsafe"

//go:linkname findnull runtime.findnull
func findnull(n *byte) (n2 int)

//go:linkname noescape runtime.noescape
func noescape(x unsafe.Pointer) unsafe.Pointer

// Len returns a length.
func Len(p *byte) int { return findnull((*byte)(noescape(unsafe.Pointer(p)))) }
