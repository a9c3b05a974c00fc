TEXT ·setg_trampoline(SB), 4, $160-16
	MOVD	setg+0(FP), R1
	MOVD	newg+8(FP), R2
	BL	(R1)
	MOVD	newg+8(FP), g
	RET
