//go:build go1.22

package shard

import "math/rand/v2"

// fastrandn returns a number below n.
func fastrandn(n uint32) uint32 {
	if n == 0 {
		return 0
	}
	return rand.Uint32N(n)
}
