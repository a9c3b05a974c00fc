package a

import "sync/atomic"

func load(addr *uint64) uint64

// loadInGo is where load leads in assembly that has no better way.
func loadInGo(addr *uint64) uint64 {
	return atomic.LoadUint64(addr)
}
