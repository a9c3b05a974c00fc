TEXT crosscall2(SB), 4|512, $0
	MOVD	LR, R0
	MOVD	R0, 16(R1)
	MOVDU	R1, -64(R1)
	CALL	runtime·cgocallback(SB)
	ADD	$64, R1
	MOVD	16(R1), R0
	MOVD	R0, LR
	RET
