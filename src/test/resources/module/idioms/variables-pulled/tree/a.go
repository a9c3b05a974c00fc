package p

import _ "unsafe"

//go:linkname zones net.zoneCache
var zones struct{ n int }

var (
	//go:linkname hwcap internal/cpu.HWCap
	hwcap uint
)

//go:linkname barrier runtime.writeBarrier
var barrier, other uint32
