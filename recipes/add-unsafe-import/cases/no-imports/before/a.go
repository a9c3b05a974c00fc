// Package m is small.
package m

//go:linkname nanotime runtime.nanotime
func nanotime() int64
