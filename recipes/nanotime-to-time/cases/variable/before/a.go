package a

import _ "unsafe"

//go:linkname nanotime runtime.nanotime
var nanotime byte

// Address returns the address.
func Address() *byte { return &nanotime }
