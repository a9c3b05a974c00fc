TEXT crosscall2(SB), 4|512, $0
	SUB	$48, RSP
	MOVD	R30, 40(RSP)
	CBZ	R0, enter
	B	runtime·load_g(SB)
enter:
	BL	runtime·cgocallback(SB)
	MOVD	40(RSP), R30
	ADD	$48, RSP
	RET
