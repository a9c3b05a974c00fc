TEXT crosscall2(SB), 4|512, $0
	SUB	$24, R13
	MOVW	R14, 0(R13)
	BL	runtime·load_g(SB)
	MOVW	R(10), 16(R13)
	BL	runtime·cgocallback(SB)
	MOVW	0(R13), R14
	ADD	$24, R13
	RET
