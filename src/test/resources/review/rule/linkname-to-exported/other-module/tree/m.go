package clock

import _ "unsafe"

//go:linkname do example.com/other.Do
func do() 
