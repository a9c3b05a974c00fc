package a

func hidden() int { return 1 }

// Get returns it.
func Get() int { return hidden() }
