TEXT ·run(SB), 4, $0
	BL	runtime·save_g(SB)
	RET
