package a

import _ "unsafe"

// nanotime is a clock.
//
//go:noescape
//go:linkname nanotime runtime.nanotime
func nanotime() int64

//go:linkname cputicks runtime.cputicks
func cputicks() int64

// linkname of procPin: what somebody thought once.
//
//go:linkname procPin runtime.procPin
func procPin() int

//go:linkname first runtime.fastrand
//go:linkname second runtime.fastrandn

func first() uint32
func second(uint32) uint32
