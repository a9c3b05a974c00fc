// Copyright 2024 The Authors.
// SPDX-License-Identifier: MIT

package m

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()
