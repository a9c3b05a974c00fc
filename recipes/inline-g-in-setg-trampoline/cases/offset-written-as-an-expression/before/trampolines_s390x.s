#define FRAME (160+2*8)

TEXT ·setg_trampoline(SB), 4|512, $0-16
	MOVD	(8*1)(R15), R1
	MOVD	(8*2)(R15), R2
	SUB	$FRAME, R15
	MOVD	R14, 160(R15)
	BL	(R1)
	BL	runtime·load_g(SB)
	MOVD	160(R15), R14
	ADD	$FRAME, R15
	RET
