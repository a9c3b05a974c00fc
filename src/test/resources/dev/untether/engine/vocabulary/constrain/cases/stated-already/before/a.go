//go:build go1.21 && !go1.28

package a

import _ "unsafe"

//go:linkname nanotime runtime.nanotime
func nanotime() int64
