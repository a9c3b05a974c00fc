package a

import _ "unsafe"

//go:linkname walltime runtime.walltime
func walltime() (sec int64, nsec int32)

//go:linkname walltime1 runtime.walltime1
func walltime1() (int64, int32)

//go:linkname now time.now
func now() (sec int64, nsec int32, mono int64)

//go:linkname t time.runtimeNow
func t() (int64, int32, int64)

// Now returns all readings.
func Now() (int64, int64, int64, int64) {
	s1, n1 := walltime()
	s2, n2 := walltime1()
	s3, n3, m3 := now()
	s4, n4, m4 := t()
	return s1 + s2 + s3 + s4, int64(n1) + int64(n2) + int64(n3) + int64(n4), m3, m4
}
