TEXT ·setg_trampoline(SB), 4|512, $0-8
	MOVW	4(R13), R1
	MOVW	8(R13), R0
	MOVW.W	R14, -8(R13)
	BL	(R1)
	BL	runtime·load_g(SB)
	MOVW.P	8(R13), R14
	RET
