// Package jitter spreads retries over time.
package jitter

import (
	"time"
	_ "unsafe" // for go:linkname
)

//go:linkname fastrand runtime.fastrand
func fastrand() uint32

// fastrandn returns a number in [0, n).
//
//go:linkname fastrandn runtime.fastrandn
func fastrandn(n uint32) uint32

// Delay returns base and up to half of it again.
func Delay(base time.Duration) time.Duration {
	half := uint32(base / 2)
	if half == 0 {
		return base
	}
	return base + time.Duration(fastrandn(half))
}

// Coin returns heads or tails.
func Coin() bool {
	return fastrand()&1 == 0
}
