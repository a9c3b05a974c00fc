TEXT ·setg_trampoline(SB), 4, $16-16
	MOVD	setg+0(FP), R8
	MOVD	newg+8(FP), R0
	CBZ	R8, load
	BL	(R8)
load:
	BL	runtime·load_g(SB)
	RET
