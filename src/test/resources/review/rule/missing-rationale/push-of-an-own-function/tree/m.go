package clock

import _ "unsafe"

//go:linkname now example.com/other.now
func now() int64 { return 1 }
