TEXT crosscall2(SB), 4|512, $0
	ADDV	$-32, R3
	MOVV	R1, 0(R3)
	JAL	runtime·load_g(SB)
	MOVV	R30, 24(R3)
	JAL	runtime·cgocallback(SB)
	MOVV	0(R3), R1
	ADDV	$32, R3
	RET
