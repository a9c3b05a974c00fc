package a

func hidden(n int) int { return n }

// Get returns it.
func Get() int { return hidden(1) }
