TEXT ·call1(SB), 4, $16-16
	MOVD	fn+0(FP), R8
	MOVD	arg+8(FP), R0
	BL	(R8)
	BL	runtime·load_g(SB)
	RET
