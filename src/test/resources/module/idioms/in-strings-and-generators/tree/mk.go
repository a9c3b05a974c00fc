//go:build ignore

package main

import _ "unsafe"

//go:linkname never runtime.never
func never()
