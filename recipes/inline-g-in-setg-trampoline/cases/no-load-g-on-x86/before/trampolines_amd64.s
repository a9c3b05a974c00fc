TEXT ·setg_trampoline(SB), 4, $16-16
	MOVQ	setg+0(FP), AX
	MOVQ	newg+8(FP), DI
	CALL	AX
	RET
