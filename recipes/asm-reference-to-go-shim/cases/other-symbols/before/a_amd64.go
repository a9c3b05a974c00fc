package a

func load(addr *uint64) uint64

func move()
