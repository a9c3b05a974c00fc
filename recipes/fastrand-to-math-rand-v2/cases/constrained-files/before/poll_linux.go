// Copyright 2020 The Authors.

//go:build amd64 || arm64

package a

import (
	"os"
	_ "unsafe"
)

// pollRand is for the poller.
//
//go:linkname pollRand runtime.fastrandn
func pollRand(n uint32) uint32

// Poll polls.
func Poll() (int, uint32) { return os.Getpid(), pollRand(3) }
