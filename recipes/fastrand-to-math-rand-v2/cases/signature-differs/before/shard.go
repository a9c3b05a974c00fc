package shard

import _ "unsafe"

//go:linkname fastrand runtime.fastrand
func fastrand() uint64

// Pick returns a number.
func Pick() uint64 { return fastrand() }
