package p

import "unsafe"

//go:linkname a runtime.a
func a(
	p unsafe.Pointer, // where
	n   uintptr,
) (
	r []byte, ok bool,
)

//go:linkname b runtime.b
func b(f func(int, ...string) <-chan int, c chan<- [4]byte, m map[string]*[]int) interface {
	Error() string
	Is(error) bool
}

//go:linkname c runtime.c
func c(s struct {
	x, y int
	_    [2]uint8 /* unused */
}, rest ...*struct{}) struct{}

//go:linkname d runtime.d
var d func(x int) (y, z int)
