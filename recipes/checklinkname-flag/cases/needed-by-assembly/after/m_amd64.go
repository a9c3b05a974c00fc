package m

func key() byte

// Key returns a byte.
func Key() byte { return key() }
