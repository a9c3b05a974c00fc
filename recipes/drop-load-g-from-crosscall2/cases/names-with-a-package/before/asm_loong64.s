TEXT example·com∕p∕internal∕fakecgo·crosscall2(SB), 4|512, $0
	ADDV	$-32, R3
	MOVV	R1, 0(R3)
	JAL	runtime·load_g(SB)
	JAL	runtime·cgocallback(SB)
	MOVV	0(R3), R1
	ADDV	$32, R3
	RET
