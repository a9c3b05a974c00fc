TEXT ·setg_trampoline(SB), 4|512, $0-16
	MOVD	8(RSP), R8
	MOVD	16(RSP), R0
	MOVD.W	R30, -16(RSP)
	BL	(R8)
	BL	runtime·load_g(SB)
	MOVD.P	16(RSP), R30
	RET
