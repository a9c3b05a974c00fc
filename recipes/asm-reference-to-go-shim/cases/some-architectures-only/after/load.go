//go:build amd64 || arm64

package a

import "sync/atomic"

// Load reads a number that others write.
func Load(addr *uint64) uint64

// loadInGo is where Load leads in assembly that has no better way.
func loadInGo(addr *uint64) uint64 {
	return atomic.LoadUint64(addr)
}
