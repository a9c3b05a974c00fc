package counter

// Counter counts.
type Counter struct{ n uint64 }

// Load returns the count.
func (c *Counter) Load() uint64 { return load(&c.n) }
