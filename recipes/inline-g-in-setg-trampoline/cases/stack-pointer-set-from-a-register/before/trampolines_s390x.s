TEXT ·setg_trampoline(SB), 4|512, $0-16
	MOVD	8(R15), R1
	MOVD	16(R15), R2
	MOVD	R14, R8
	MOVD	R15, R9
	SUB	$160, R15
	MOVD	$~7, R6
	AND	R6, R15
	BL	(R1)
	BL	runtime·load_g(SB)
	MOVD	R9, R15
	MOVD	R8, R14
	RET
