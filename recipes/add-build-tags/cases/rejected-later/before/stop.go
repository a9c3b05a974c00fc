// Copyright 2024 The Authors.

package m

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()
