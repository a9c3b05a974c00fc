package p

// int f(void);
import "C"

//go:linkname alloc runtime.mallocgc
func alloc()
