TEXT ·run(SB), 4, $0
	CALL	runtime·nanotime<ABIInternal>(SB)
	RET
