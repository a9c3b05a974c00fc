package a

// Where returns an address.
func Where() uintptr
