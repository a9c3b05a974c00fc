TEXT ·run(SB), 4, $0
	RET
