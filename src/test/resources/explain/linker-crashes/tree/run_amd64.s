TEXT ·run(SB), 4, $0
	CALL	runtime·secretEraseRegistersMcall(SB)
	RET
