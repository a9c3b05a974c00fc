// Package shard picks one of many locks without a lock of its own.
package shard

import _ "unsafe"

// Set is a set of counters, each on its own.
type Set struct {
	counts [8]uint64
}

// Pick returns the index of some counter.
func (s *Set) Pick() int {
	return int(cheap() % uint64(len(s.counts)))
}

// The directive stands away from its function, as it may.

//go:linkname cheap runtime.fastrand64

//go:nosplit
func cheap() uint64
