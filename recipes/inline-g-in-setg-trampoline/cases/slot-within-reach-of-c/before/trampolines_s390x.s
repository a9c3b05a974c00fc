TEXT ·setg_trampoline(SB), 4, $16-16
	MOVD	setg+0(FP), R1
	MOVD	newg+8(FP), R2
	BL	(R1)
	BL	runtime·load_g(SB)
	RET

TEXT other·setg_trampoline(SB), 4|512, $0-16
	MOVD	8(R15), R1
	MOVD	16(R15), R2
	MOVD	R14, R9
	BL	(R1)
	BL	runtime·load_g(SB)
	MOVD	R9, R14
	RET
