package m

import _ "unsafe"

	//go:linkname nanotime runtime.nanotime

func nanotime() int64

func use() uint32 {
	//go:linkname fastrand runtime.fastrand
	return fastrand()
}

func fastrand() uint32
