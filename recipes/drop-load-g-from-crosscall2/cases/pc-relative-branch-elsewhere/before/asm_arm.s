TEXT crosscall2(SB), 4|512, $0
	SUB	$32, R13
	MOVW	R14, 0(R13)
	MOVB	runtime·goarmsoftfp(SB), R11
	CMP	$0, R11
	BNE	2(PC)
	MOVD	F8, 16(R13)
	MOVW	R0, 4(R13)
	BL	runtime·load_g(SB)
	BL	runtime·cgocallback(SB)
	MOVB	runtime·goarmsoftfp(SB), R11
	CMP	$0, R11
	BNE	2(PC)
	MOVD	16(R13), F8
	MOVW	0(R13), R14
	ADD	$32, R13
	RET
