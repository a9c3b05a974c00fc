TEXT ·setg_trampoline(SB), 4, $0-8
	MOVW	setg+0(FP), R4
	MOVW	newg+4(FP), R0
	MOVW	R13, R5
	BIC	$7, R13
	BL	(R4)
	BL	runtime·load_g(SB)
	MOVW	R5, R13
	RET
