package a

func number() uint32
