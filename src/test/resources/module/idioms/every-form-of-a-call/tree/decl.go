package p

func f()
