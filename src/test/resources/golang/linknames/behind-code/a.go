package p

import _ "unsafe"


func pulled() //go:linkname pulled runtime.pulled

var counter int /* at all */ //go:linkname counter runtime.counter

/* why */ //go:linkname other runtime.other
var other int
