// Copyright 2020 The Authors.

//go:build amd64 || arm64

package a

import (
	"os"
)

// Poll polls.
func Poll() (int, uint32) { return os.Getpid(), pollRand(3) }
