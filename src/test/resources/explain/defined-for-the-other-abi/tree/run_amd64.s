TEXT ·run(SB), 4, $0
	CALL	runtime·gcStart(SB)
	RET
