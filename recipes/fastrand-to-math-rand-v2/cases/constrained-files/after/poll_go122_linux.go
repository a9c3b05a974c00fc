// Copyright 2020 The Authors.

//go:build (amd64 || arm64) && go1.22

package a

import "math/rand/v2"

// pollRand is for the poller.
func pollRand(n uint32) uint32 {
	if n == 0 {
		return 0
	}
	return rand.Uint32N(n)
}
