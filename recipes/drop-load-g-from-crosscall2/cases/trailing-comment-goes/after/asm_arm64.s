TEXT crosscall2(SB), 4|512, $0
	SUB	$32, RSP
	MOVD	R30, 24(RSP)
	BL	runtime·cgocallback(SB)
	MOVD	24(RSP), R30
	ADD	$32, RSP
	RET
