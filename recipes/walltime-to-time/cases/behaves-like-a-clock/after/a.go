package a

import "time"

func walltime() (sec int64, nsec int32) {
	t2 := time.Now()
	return t2.Unix(), int32(t2.Nanosecond())
}

func walltime1() (int64, int32) {
	t2 := time.Now()
	return t2.Unix(), int32(t2.Nanosecond())
}

// startTime is where the monotonic clock of this package starts.
var startTime = time.Now()

func now() (sec int64, nsec int32, mono int64) {
	t2 := time.Now()
	return t2.Unix(), int32(t2.Nanosecond()), int64(t2.Sub(startTime)) + 1
}

func t() (int64, int32, int64) {
	t2 := time.Now()
	return t2.Unix(), int32(t2.Nanosecond()), int64(t2.Sub(startTime)) + 1
}

// Now returns all readings.
func Now() (int64, int64, int64, int64) {
	s1, n1 := walltime()
	s2, n2 := walltime1()
	s3, n3, m3 := now()
	s4, n4, m4 := t()
	return s1 + s2 + s3 + s4, int64(n1) + int64(n2) + int64(n3) + int64(n4), m3, m4
}
