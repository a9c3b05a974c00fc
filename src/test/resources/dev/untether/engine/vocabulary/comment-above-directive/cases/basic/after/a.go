package a

import _ "unsafe"

// nanotime is a clock.
//
// linkname of nanotime: there is no other way to runtime.nanotime.
// Remove it when there is.
//
//go:noescape
//go:linkname nanotime runtime.nanotime
func nanotime() int64

// linkname of cputicks: there is no other way to runtime.cputicks.
// Remove it when there is.
//
//go:linkname cputicks runtime.cputicks
func cputicks() int64

// linkname of procPin: there is no other way to runtime.procPin.
// Remove it when there is.
//
//go:linkname procPin runtime.procPin
func procPin() int

// linkname of first: there is no other way to runtime.fastrand.
// Remove it when there is.
//
// linkname of second: there is no other way to runtime.fastrandn.
// Remove it when there is.
//
//go:linkname first runtime.fastrand
//go:linkname second runtime.fastrandn

func first() uint32
func second(uint32) uint32
