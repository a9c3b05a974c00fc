package a

// Twice reads twice.
func Twice(addr *uint64) uint64
