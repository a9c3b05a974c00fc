TEXT crosscall2(SB), 4|512, $0
	SUB	$48, RSP
	MOVD	R30, 40(RSP)
	BL	runtime·load_g(SB)
#ifdef WITH_CALLBACKS
	BL	runtime·cgocallback(SB)
#endif
	MOVD	40(RSP), R30
	ADD	$48, RSP
	RET
