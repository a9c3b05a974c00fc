TEXT ·f(SB), 4, $0
	BL	·own(SB)
	B	runtime·procPin(SB)
