package a

func and(addr *uint32, mask uint32) uint32
