package m

import _ "unsafe"

//go:linkname helper example.com/m/internal/x.helper
func helper()

//go:linkname push
func push() {}
