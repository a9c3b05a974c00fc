package clock

func ticks() uint32
