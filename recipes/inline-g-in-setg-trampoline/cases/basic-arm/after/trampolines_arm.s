TEXT ·setg_trampoline(SB), 4, $0-8
	MOVW	setg+0(FP), R4
	MOVW	newg+4(FP), R0
	BL	(R4)
	MOVW	newg+4(FP), g
	RET
