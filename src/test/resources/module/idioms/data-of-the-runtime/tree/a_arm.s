TEXT ·f(SB), 4, $0
	MOVB    runtime·goarmsoftfp(SB), R11
	RET
