TEXT crosscall2(SB), 4|512, $0
	MOVDU	R1, -64(R1)
	BL	runtime·load_g(SB)
	MOVD	LR, R0
	MOVD	R0, 56(R1)
	BL	runtime·cgocallback(SB)
	MOVD	56(R1), R0
	MOVD	R0, LR
	ADD	$64, R1
	RET
