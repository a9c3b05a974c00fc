// Copyright 2024 The Authors.
// SPDX-License-Identifier: MIT

package m

import "unsafe"

// memhash hashes n bytes at p.
//
//go:noescape
//go:linkname memhash runtime.memhash
func memhash(p unsafe.Pointer, h, n uintptr) uintptr
