package m

import _ "unsafe"

//go:linkname stwReason runtime.stwReason
type stwReason uint8

// go:linkname Limit runtime.limit
const Limit = 1
