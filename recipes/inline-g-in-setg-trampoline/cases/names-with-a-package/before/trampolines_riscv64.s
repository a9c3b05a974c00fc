TEXT setg_trampoline(SB), 4, $0-16
	MOV	setg+0(FP), X5
	MOV	newg+8(FP), X10
	CALL	X5
	CALL	runtime·load_g(SB)
	RET
