//go:build amd64 || arm64 || riscv64

package counter

// load reads a number that others write.
//
//go:noescape
func load(addr *uint64) uint64
