package a

func load(addr *int64) int64
