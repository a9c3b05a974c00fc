package a

func load(addr *uint64) uint64

// pushed gets its body from elsewhere.
func pushed()
