TEXT crosscall2(SB), 4|512, $0
	ADDV	$-32, R29
	MOVV	R31, 0(R29)
	JAL	runtime·load_g(SB)
	MOVV	R3, 8(R29)
	JAL	runtime·cgocallback(SB)
	MOVV	0(R29), R31
	ADDV	$32, R29
	RET
