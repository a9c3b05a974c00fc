package p

import _ "unsafe"


/*
 */ //go:linkname pulled runtime.pulled
func pulled() {}

var text = `
` //go:linkname text runtime.text
