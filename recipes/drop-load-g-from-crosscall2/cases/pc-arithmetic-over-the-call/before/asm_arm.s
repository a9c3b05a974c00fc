TEXT crosscall2(SB), 4|512, $0
	SUB	$16, R13
	MOVW	R14, 0(R13)
	CMP	$0, R0
	ADD.EQ	$0, R15	// reads 8 bytes ahead: skips one instruction
	BL	runtime·load_g(SB)
	BL	runtime·cgocallback(SB)
	MOVW	0(R13), R14
	ADD	$16, R13
	RET
