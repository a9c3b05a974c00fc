TEXT ·elsewhere(SB), 4, $0-4
	MOVW $1, R0
	MOVW R0, ret+0(FP)
	RET
