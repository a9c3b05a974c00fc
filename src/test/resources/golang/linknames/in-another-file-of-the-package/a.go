package p

func split() int
