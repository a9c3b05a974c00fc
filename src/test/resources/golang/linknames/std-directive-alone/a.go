package p

import _ "unsafe"


//go:linknamestd pulled runtime.coroswitch
func pulled()

//go:linknamestd nowhere runtime.coroswitch
