//go:build !go1.27

package clock

import _ "unsafe"

//go:linkname nanotime runtime.nanotime
func nanotime() int64
