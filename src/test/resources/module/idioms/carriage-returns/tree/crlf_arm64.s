TEXT ·f(SB), 4, $0
	BL	runtime·a(SB)
	RET
