package a

import (
	"time"
	_ "unsafe"
)

//go:linkname abs time.Time.abs
func abs(t time.Time) uint64

//go:linkname nanotime runtime.nanotime
func nanotime() int64

//go:linkname local example.com/m/b.now
func local() (sec int64, nsec int32, mono int64)
