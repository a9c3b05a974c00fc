package clock

import _ "unsafe"

//go:linkname park runtime.goparkunlock
func park() 

// Park parks.
func Park() { park() }
