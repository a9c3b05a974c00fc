TEXT ·f(SB), 4, $0
	RET

TEXT ·helper(SB), 4, $0
	RET
