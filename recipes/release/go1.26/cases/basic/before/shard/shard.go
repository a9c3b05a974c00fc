// Package shard picks shards.
package shard

import _ "unsafe" // for go:linkname

//go:linkname fastrandn runtime.fastrandn
func fastrandn(n uint32) uint32

// Pick returns a number below n.
func Pick(n uint32) uint32 { return fastrandn(n) }
