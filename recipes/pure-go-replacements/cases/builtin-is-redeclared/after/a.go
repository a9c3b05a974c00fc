package a

import "unsafe"

func findnull(n *byte) (n2 int) {
	n3 := 0
	if n != nil {
		for *(*byte)(unsafe.Pointer(uintptr(unsafe.Pointer(n)) + uintptr(n3))) != 0 {
			n3++
		}
	}
	return n3
}

func noescape(x unsafe.Pointer) unsafe.Pointer {
	x2 := uintptr(x)
	return *(*unsafe.Pointer)(unsafe.Pointer(&x2))
}

// Len returns a length.
func Len(p *byte) int { return findnull((*byte)(noescape(unsafe.Pointer(p)))) }
