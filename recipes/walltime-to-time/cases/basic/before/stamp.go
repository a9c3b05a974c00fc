// Package stamp puts times into records.
package stamp

import _ "unsafe"

//go:linkname now time.now
func now() (sec int64, nsec int32, mono int64)

// Milliseconds returns the time in milliseconds since 1970.
func Milliseconds() int64 {
	sec, nsec, _ := now()
	return sec*1000 + int64(nsec)/1000000
}
