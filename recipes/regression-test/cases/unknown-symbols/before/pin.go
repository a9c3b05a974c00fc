package pin

import "unsafe"

//go:linkname procPin runtime.procPin
func procPin() int

//go:linkname procUnpin runtime.procUnpin
func procUnpin()

// The real result is an int64: only the address is looked at.
//
//go:linkname nanotime runtime.nanotime
func nanotime() uint64

//go:linkname zeroVal runtime.zeroVal
var zeroVal [1024]byte

//go:linkname memhash runtime.memhash
func memhash(p unsafe.Pointer, seed, size uintptr) uintptr

// ID returns the number of the processor.
func ID() int {
	id := procPin()
	procUnpin()
	return id + int(zeroVal[0]) + int(nanotime()&0) + int(memhash(nil, 0, 0)&0)
}
