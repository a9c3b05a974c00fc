package a

import _ "unsafe"

//go:linkname fastrand runtime.fastrand
