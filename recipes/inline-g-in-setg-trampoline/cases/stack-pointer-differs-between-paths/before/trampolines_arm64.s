TEXT ·setg_trampoline(SB), 4|512, $0-16
	MOVD	8(RSP), R8
	MOVD	16(RSP), R0
	MOVD	RSP, R19
	SUB	$16, RSP
	MOVD	R30, 8(RSP)
	MOVD	8(RSP), R20
	CBZ	R1, call
	SUB	$16, RSP
call:
	BL	(R8)
	BL	runtime·load_g(SB)
	MOVD	R19, RSP
	JMP	(R20)
