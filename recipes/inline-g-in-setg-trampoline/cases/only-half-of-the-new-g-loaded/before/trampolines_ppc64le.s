TEXT ·setg_trampoline(SB), 4, $16-16
	MOVD	setg+0(FP), R12
	MOVWZ	newg+8(FP), R3
	MOVD	R12, CTR
	BL	(CTR)
	BL	runtime·load_g(SB)
	XOR	R0, R0, R0
	RET
