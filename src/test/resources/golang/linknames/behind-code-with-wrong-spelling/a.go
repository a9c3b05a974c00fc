package p

import _ "unsafe"


var counter int //go:linkname	counter runtime.counter

var other int //go:linkname
