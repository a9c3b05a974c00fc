TEXT crosscall2(SB), 4|512, $0
	MOVD	R14, 112(R15)
	BL	runtime·load_g(SB)
	STMG	R6, R12, 48(R15)
	BL	runtime·cgocallback(SB)
	LMG	48(R15), R6, R14
	RET
