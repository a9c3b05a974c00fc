//go:build !go1.28

package m

import _ "unsafe"

//go:linkname nanotime runtime.nanotime
func nanotime() int64
