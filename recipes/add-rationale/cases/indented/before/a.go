package m

import _ "unsafe"

func nanotime() int64

func use() int64 {
	//go:linkname nanotime runtime.nanotime
	return nanotime()
}
