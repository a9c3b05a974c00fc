TEXT ·setg_trampoline(SB), 4, $0-8
	MOVW	setg+0(FP), R25
	MOVW	newg+4(FP), R4
	JAL	(R25)
	JAL	runtime·load_g(SB)
	RET
