TEXT ·elsewhere(SB), 4, $0-4
	MOVL $1, ret+0(FP)
	RET
