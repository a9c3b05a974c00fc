package a

import _ "unsafe"

//go:linkname nanotime runtime.nanotime
func nanotime() int64

//go:linkname nanotime1 runtime.nanotime1
func nanotime1() int64

//go:linkname unsigned runtime.nanotime
func unsigned() uint64

//go:linkname syncNanotime sync.runtime_nanotime
func syncNanotime() int64

//go:linkname internalNanotime internal/sync.runtime_nanotime
func internalNanotime() int64

//go:linkname pollNanotime internal/poll.runtimeNano
func pollNanotime() int64

//go:linkname timeNanotime time.runtimeNano
func timeNanotime() int64

// All returns one of each.
func All() []int64 {
	return []int64{
		nanotime(), nanotime1(), int64(unsigned()), syncNanotime(), internalNanotime(), pollNanotime(), timeNanotime(),
	}
}
