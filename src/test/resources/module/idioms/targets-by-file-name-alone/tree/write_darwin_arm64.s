TEXT ·write(SB), 4, $0
	B	runtime·a(SB)
