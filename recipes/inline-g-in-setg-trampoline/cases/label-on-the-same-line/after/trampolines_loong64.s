TEXT ·setg_trampoline(SB), 4, $0-16
	MOVV	setg+0(FP), R12
	MOVV	newg+8(FP), R4
	JAL	(R12)
stored:	MOVV	newg+8(FP), g
	RET
