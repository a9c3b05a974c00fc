package a

var hidden int

// Get returns it.
func Get() int { return hidden }
