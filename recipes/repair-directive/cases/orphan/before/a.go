package m

import _ "unsafe"

// Clock is a clock.
type Clock int

//go:linkname walltime runtime.walltime
