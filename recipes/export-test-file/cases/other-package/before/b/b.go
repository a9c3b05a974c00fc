package b

import "example.com/m/a"

// Get returns it.
func Get() int { return a.Get() }
