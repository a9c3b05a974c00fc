TEXT ·stackTop(SB), 4, $0-8
	BL	runtime·load_g(SB)
	MOVD	8(g), R0
	MOVD	R0, ret+0(FP)
	RET

TEXT crosscall2(SB), 4|512, $0
	SUB	$32, RSP
	MOVD	R30, 24(RSP)
	BL	runtime·load_g(SB)
	BL	runtime·cgocallback(SB)
	MOVD	24(RSP), R30
	ADD	$32, RSP
	RET
