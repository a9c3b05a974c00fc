package clock

import _ "unsafe"

//go:linkname gcStart runtime.goparkunlock
func gcStart() 

// Start starts.
func Start() { gcStart() }
