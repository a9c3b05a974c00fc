// Package spin waits a little without giving up the processor.
package spin

import _ "unsafe"

//go:linkname procyield runtime.procyield
func procyield(cycles uint32)

// Wait spins while busy says so, at most n times; it returns how often it did.
func Wait(n int, busy func() bool) int {
	i := 0
	for ; i < n && busy(); i++ {
		procyield(30)
	}
	return i
}
