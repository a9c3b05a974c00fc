package p

func call()
