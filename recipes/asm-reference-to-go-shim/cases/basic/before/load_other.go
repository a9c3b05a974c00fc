//go:build !amd64 && !arm64 && !riscv64

package counter

import "sync/atomic"

func load(addr *uint64) uint64 { return atomic.LoadUint64(addr) }
