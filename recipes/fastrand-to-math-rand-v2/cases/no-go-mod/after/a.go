package a

// Next returns a number.
func Next() uint32 { return fastrand() }
