TEXT crosscall2(SB), 4|512, $0
	ADDV	$-48, R3	// room for the arguments
	MOVV	R1, 0(R3)
	MOVV	g, 32(R3)	// C's value, not the current g
	JAL	runtime·cgocallback(SB)	// runs fn
	MOVV	32(R3), g
	MOVV	0(R3), R1
	ADDV	$48, R3
	RET
