package a

import "time"

// startTime is where the monotonic clock of this package starts.
var startTime = time.Now()

func nanotime() int64 {
	return int64(time.Since(startTime)) + 1
}

func nanotime1() int64 {
	return int64(time.Since(startTime)) + 1
}

func unsigned() uint64 {
	return uint64(time.Since(startTime)) + 1
}

func syncNanotime() int64 {
	return int64(time.Since(startTime)) + 1
}

func internalNanotime() int64 {
	return int64(time.Since(startTime)) + 1
}

func pollNanotime() int64 {
	return int64(time.Since(startTime)) + 1
}

func timeNanotime() int64 {
	return int64(time.Since(startTime)) + 1
}

// All returns one of each.
func All() []int64 {
	return []int64{
		nanotime(), nanotime1(), int64(unsigned()), syncNanotime(), internalNanotime(), pollNanotime(), timeNanotime(),
	}
}
