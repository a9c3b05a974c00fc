TEXT crosscall2(SB), 4|512, $0
	SUBU	$16, R29
	MOVW	R31, 0(R29)
	JAL	runtime·load_g(SB)
	MOVW	R3, 4(R29)
	JAL	runtime·cgocallback(SB)
	MOVW	0(R29), R31
	ADDU	$16, R29
	RET
