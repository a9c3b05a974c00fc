package p

func far()
