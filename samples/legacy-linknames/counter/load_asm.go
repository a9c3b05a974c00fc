//go:build amd64 || arm64 || riscv64

package counter

//go:noescape
func load(addr *uint64) uint64
