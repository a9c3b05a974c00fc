// Copyright 2024 The Authors.
// SPDX-License-Identifier: MIT

package m

import (
	"unsafe"
)

// nanotime returns the reading of the monotonic clock.
//
//go:linkname nanotime runtime.nanotime
//go:nosplit
func nanotime() int64

//go:linkname schedinit runtime.schedinit
func schedinit()

// memhash hashes n bytes at p.
//
//go:noescape
//go:linkname memhash runtime.memhash
func memhash(p unsafe.Pointer, h, n uintptr) uintptr
