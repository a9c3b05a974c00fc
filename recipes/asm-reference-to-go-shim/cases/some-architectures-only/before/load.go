//go:build amd64 || arm64

package a

// Load reads a number that others write.
func Load(addr *uint64) uint64
