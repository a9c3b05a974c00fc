package a

func load(addr *uint64) uint64

func twice(addr *uint64) uint64
