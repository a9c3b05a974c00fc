package clock

import _ "unsafe"

//go:linkname repeat strings.Repeat
func repeat(s string, n int) string
