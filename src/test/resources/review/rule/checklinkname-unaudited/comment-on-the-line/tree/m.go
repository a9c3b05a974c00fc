package clock

import _ "unsafe"

//go:linkname park runtime.goparkunlock
func park() 
