TEXT ·f(SB), 4, $0
	CALL	·own(SB)
	CALL	runtime·a(SB)
	RET
