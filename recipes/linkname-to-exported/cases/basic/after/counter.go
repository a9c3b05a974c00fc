// Package counter counts from several goroutines.
package counter

import "sync/atomic"

func addUint64(addr *uint64, delta uint64) (new uint64) {
	return atomic.AddUint64(addr, delta)
}

// Counter counts.
type Counter struct{ n uint64 }

// Add adds one and returns the count.
func (c *Counter) Add() uint64 { return addUint64(&c.n, 1) }
