//go:build go1.23

package a

import "sync/atomic"

func or(ptr *uint32, val uint32) uint32 {
	return atomic.OrUint32(ptr, val)
}
