TEXT crosscall2(SB), 4|512, $0
	SUB	$48, RSP
	MOVD	R30, 40(RSP)
	BL	load_g<>(SB)
	BL	runtime·load_g<>(SB)
	BL	·load_g(SB)
	BL	other·load_g(SB)
	BL	other∕runtime·load_g(SB)
	BL	runtime·load_gp(SB)
	BL	runtime·cgocallback(SB)
	MOVD	40(RSP), R30
	ADD	$48, RSP
	RET

TEXT load_g<>(SB), 4|512, $0
	RET

TEXT runtime·load_g<>(SB), 4|512, $0
	RET
