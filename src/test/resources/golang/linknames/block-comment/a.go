package p

import _ "unsafe"


/*go:linkname pulled runtime.pulled */
func pulled()

/* go:linkname counter runtime.counter */
var counter int
