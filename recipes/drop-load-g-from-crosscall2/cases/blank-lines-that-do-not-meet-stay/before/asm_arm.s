TEXT crosscall2(SB), 4|512, $0
	SUB	$16, R13
	MOVW	R14, 0(R13)


	MOVW	R0, 4(R13)
	MOVW	R1, 8(R13)
	MOVW	R3, 12(R13)

	BL	runtime·load_g(SB)
	BL	runtime·cgocallback(SB)


	MOVW	0(R13), R14
	ADD	$16, R13
	RET
