//go:build amd64 || arm64

package sys

import _ "unsafe"

//go:linkname nanotime runtime.nanotime
func nanotime() int64

//go:linkname fastrand runtime.fastrand
func fastrand() uint32

// Both returns both.
func Both() (int64, uint32) { return nanotime(), fastrand() }
