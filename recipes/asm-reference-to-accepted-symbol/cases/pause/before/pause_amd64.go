package pause

// For waits.
func For(cycles uint32)
