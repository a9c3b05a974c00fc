package clock

func ticks() int64
