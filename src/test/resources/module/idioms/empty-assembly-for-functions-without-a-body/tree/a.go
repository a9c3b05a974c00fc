package p

import _ "unsafe"

//go:linkname iter reflect.mapiterinit
func iter()

func bare()
