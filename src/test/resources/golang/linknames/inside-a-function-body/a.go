package p

import _ "unsafe"


func outer() int {
	//go:linkname inner runtime.inner
	x := 1
	if x > 0 {
		//go:linkname deeper runtime.deeper
	}
	return inner() + deeper()
}

func inner() int

func deeper() int
