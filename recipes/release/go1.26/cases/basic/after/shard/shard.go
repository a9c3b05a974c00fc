// Package shard picks shards.
package shard

import "math/rand/v2"

func fastrandn(n uint32) uint32 {
	if n == 0 {
		return 0
	}
	return rand.Uint32N(n)
}

// Pick returns a number below n.
func Pick(n uint32) uint32 { return fastrandn(n) }
