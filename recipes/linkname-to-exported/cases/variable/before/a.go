package a

import _ "unsafe"

//go:linkname args os.Args
var args []string

// Args returns the arguments.
func Args() []string { return args }
