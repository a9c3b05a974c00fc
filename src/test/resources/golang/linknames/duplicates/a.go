package p

import _ "unsafe"


//go:linkname once runtime.once
//go:linkname once runtime.once
func once()

//go:linkname twice runtime.twice
func twice()
