TEXT ·setg_trampoline(SB), 4, $4-8
	MOVL	newg+4(FP), AX
	MOVL	AX, 0(SP)
	MOVL	setg+0(FP), AX
	CALL	AX
	RET
