TEXT ·setg_trampoline(SB), 4, $16-16
	MOVD	R1, R8
	BL	(R8)
	BL	runtime·load_g(SB)
	RET
