TEXT ·f(SB), 4, $0
	CALL	runtime·a(SB)
	RET
