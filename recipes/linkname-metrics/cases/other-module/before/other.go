package other

import _ "unsafe"

//go:linkname hidden example.org/other.hidden
func hidden()

// Call calls it.
func Call() { hidden() }
