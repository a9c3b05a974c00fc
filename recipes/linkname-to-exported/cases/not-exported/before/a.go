package a

import (
	"strings"
	"unsafe"
)

//go:linkname nanotime runtime.nanotime
func nanotime() int64

//go:linkname grow strings.(*Builder).Grow
func grow(b *strings.Builder, n int)

//go:linkname syscall6 internal/runtime/syscall.Syscall6
func syscall6(num, a1, a2, a3, a4, a5, a6 uintptr) (r1, r2, errno uintptr)

//go:linkname other example.com/other.Sleep
func other(n int64)

//go:linkname sort slices.Sort
func sort(p unsafe.Pointer)
