package a

func load(addr *uint64) uint64

func read(addr *uint64) uint64
