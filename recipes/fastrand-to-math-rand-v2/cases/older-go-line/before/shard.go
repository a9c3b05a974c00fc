// Package shard picks shards.
package shard

import (
	"sync"
	_ "unsafe" // for go:linkname
)

// fastrandn returns a number below n.
//
//go:linkname fastrandn runtime.fastrandn
func fastrandn(n uint32) uint32

// Shards are counters that few goroutines meet in.
type Shards struct {
	mu [8]sync.Mutex
	n  [8]int
}

// Add counts one more.
func (s *Shards) Add() {
	i := fastrandn(8)
	s.mu[i].Lock()
	defer s.mu[i].Unlock()
	s.n[i]++
}
