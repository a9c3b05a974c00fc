package a

import "unsafe"

// Size is a constant.
const Size = unsafe.Sizeof(1)
