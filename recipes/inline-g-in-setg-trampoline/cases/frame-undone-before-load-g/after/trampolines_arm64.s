TEXT ·setg_trampoline(SB), 4, $0-16
	MOVD	setg+0(FP), R8
	MOVD	newg+8(FP), R0
	SUB	$16, RSP
	BL	(R8)
	ADD	$16, RSP
	MOVD	newg+8(FP), g
	RET
