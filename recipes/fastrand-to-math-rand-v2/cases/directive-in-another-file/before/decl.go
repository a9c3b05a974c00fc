package a

func fastrand() uint32

// Next returns a number.
func Next() uint32 { return fastrand() }
