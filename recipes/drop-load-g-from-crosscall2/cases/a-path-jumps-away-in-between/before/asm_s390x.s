TEXT crosscall2(SB), 4|512, $0
	STMG	R6, R15, 48(R15)
	BL	runtime·load_g(SB)
	CMPBEQ	R2, $0, away
	BL	runtime·cgocallback(SB)
	LMG	48(R15), R6, R15
	RET
away:
	BR	·elsewhere(SB)
