TEXT ·setg_trampoline(SB), 4, $0-16
	MOV	setg+0(FP), T0
	MOV	newg+8(FP), A0
	CALL	T0
	MOV	newg+8(FP), g
	RET
