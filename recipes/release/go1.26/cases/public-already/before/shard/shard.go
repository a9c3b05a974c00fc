// Package shard picks shards.
package shard

import "math/rand/v2"

// Pick returns a number below n, which is not 0.
func Pick(n uint32) uint32 { return rand.Uint32N(n) }
