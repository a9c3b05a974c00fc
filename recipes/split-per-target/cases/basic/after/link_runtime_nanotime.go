// Copyright 2024 The Authors.
// SPDX-License-Identifier: MIT

package m

import _ "unsafe"

// nanotime returns the reading of the monotonic clock.
//
//go:linkname nanotime runtime.nanotime
//go:nosplit
func nanotime() int64
