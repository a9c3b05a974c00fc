package m

func one() int
