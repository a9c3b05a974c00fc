package m

func nanotime() int64
