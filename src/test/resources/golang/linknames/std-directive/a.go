package p

import _ "unsafe"


//go:linknamestd pulled runtime.coroswitch
func pulled()

//go:linknamestd counter
var counter int

//go:linkname counter runtime.counter

var tail int //go:linknamestd tail runtime.tail
