package m

//go:linkname nanotime runtime.nanotime
