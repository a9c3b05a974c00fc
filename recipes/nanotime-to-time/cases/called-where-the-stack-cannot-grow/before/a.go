package a

import _ "unsafe"

//go:nosplit
//go:linkname nanotime runtime.nanotime
func nanotime() int64

// Stamp is called by a signal handler.
//
//go:nosplit
func Stamp(p *int64) {
	*p = nanotime()
}

//go:nosplit
func other() int { return 1 }

// Now returns a reading.
func Now() int64 { return nanotime() + int64(other()) }
