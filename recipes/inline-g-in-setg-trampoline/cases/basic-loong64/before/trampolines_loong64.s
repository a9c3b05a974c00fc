TEXT ·setg_trampoline(SB), 4, $0-16
	MOVV	fn+0(FP), R12
	MOVV	gp+8(FP), R4
	JAL	(R12)
	JAL	runtime·load_g(SB)
	RET
