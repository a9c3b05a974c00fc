// Copyright 2020 The Authors.

//go:build (amd64 || arm64) && !go1.22

package a

import _ "unsafe"

// pollRand is for the poller.
//
//go:linkname pollRand runtime.fastrandn
func pollRand(n uint32) uint32
