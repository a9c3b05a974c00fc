TEXT ·setg_trampoline(SB), 4, $16-16
	MOVD	setg+0(FP), R8
	MOVD	newg+8(FP), R0
	MOVD	g, newg+8(FP)
	BL	(R8)
	BL	runtime·load_g(SB)
	RET
