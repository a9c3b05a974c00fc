TEXT crosscall2(SB), 4|512, $0
	SUB	$32, RSP
	MOVD	R30, 24(RSP)
	// C may have used the register of g for something else,
	// so have load_g bring it back.
	BL	runtime·load_g(SB)
	BL	runtime·cgocallback(SB)
	MOVD	24(RSP), R30
	ADD	$32, RSP
	RET
