package clock

import _ "unsafe"

//go:linkname count internal/bytealg.IndexByte
func count(b []byte, c byte) int
