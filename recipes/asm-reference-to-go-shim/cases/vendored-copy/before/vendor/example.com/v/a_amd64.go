package v

func load(addr *uint64) uint64
