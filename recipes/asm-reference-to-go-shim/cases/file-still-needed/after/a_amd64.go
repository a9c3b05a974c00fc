package a

import "sync/atomic"

func load(addr *uint64) uint64 {
	return atomic.LoadUint64(addr)
}

// pushed gets its body from elsewhere.
func pushed()
