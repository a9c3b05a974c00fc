TEXT crosscall2(SB), 4|512, $0
	/*
	 * C hands over fn, arg, n and ctxt. Go wants fn, arg and ctxt, and it
	 * wants load_g to have run.
	 */
	MOVD	LR, R0
	MOVD	R0, 16(R1)
	MOVDU	R1, -64(R1)
	MOVD	$0, R0

	/* fn, arg, ctxt */
	MOVD	R3, 32(R1)
	MOVD	R4, 40(R1)
	MOVD	R6, 48(R1)
	BL	runtime·cgocallback(SB)
	ADD	$64, R1
	MOVD	16(R1), R0
	MOVD	R0, LR
	RET
