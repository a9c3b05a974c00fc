package clock

import _ "unsafe"

//go:linkname gcStart runtime.goparkunlock
func gcStart() 
