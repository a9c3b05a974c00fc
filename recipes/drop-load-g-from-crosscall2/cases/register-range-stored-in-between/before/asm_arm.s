TEXT crosscall2(SB), 4|512, $0
	MOVW.W	R14, -4(R13)
	BL	runtime·load_g(SB)
	MOVM.DB.W	[R0-R3], (R13)
	BL	runtime·cgocallback(SB)
	MOVM.IA.W	(R13), [R0-R3]
	MOVW.P	4(R13), R14
	RET
