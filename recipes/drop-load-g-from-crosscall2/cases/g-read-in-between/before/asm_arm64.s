TEXT crosscall2(SB), 4|512, $0
	SUB	$48, RSP
	MOVD	R30, 40(RSP)
	BL	runtime·load_g(SB)
	MOVD	48(g), R9
	MOVD	R9, 8(RSP)
	BL	runtime·cgocallback(SB)
	MOVD	40(RSP), R30
	ADD	$48, RSP
	RET
