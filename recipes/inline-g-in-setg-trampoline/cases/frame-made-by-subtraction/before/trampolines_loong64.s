TEXT ·setg_trampoline(SB), 4|512, $0-16
	MOVV	8(R3), R12
	MOVV	16(R3), R4
	ADDV	$-16, R3
	MOVV	R1, (R3)
	JAL	(R12)
	JAL	runtime·load_g(SB)
	MOVV	(R3), R1
	ADDV	$16, R3
	RET
