package p

import _ "unsafe"


//go:linkname pulled runtime.pulled
func pulled()

func assembled()

type t int

func (t) method()
