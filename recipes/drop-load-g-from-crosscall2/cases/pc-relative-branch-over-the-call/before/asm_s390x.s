TEXT crosscall2(SB), 4|512, $0
	STMG	R6, R15, 48(R15)
	SUB	$32, R15
	MOVD	R2, 8(R15)
	BL	runtime·load_g(SB)
	BL	runtime·cgocallback(SB)
	MOVD	24(R15), R1
	CMP	R1, $0
	BNE	-5(PC)
	ADD	$32, R15
	LMG	48(R15), R6, R15
	RET
