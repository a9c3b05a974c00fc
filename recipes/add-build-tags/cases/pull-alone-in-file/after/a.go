package m

func Now() int64 { return nanotime() }
