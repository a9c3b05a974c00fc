package m

// The following are looked up in Go 1.21.
