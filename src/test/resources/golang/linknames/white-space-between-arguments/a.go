package p

import _ "unsafe"


//go:linkname  doubled   runtime.doubled
func doubled()

//go:linkname tabbed	runtime.tabbed	
func tabbed()

//go:linkname nbsp runtime.nbsp
func nbsp()

	//go:linkname indented runtime.indented
func indented()
