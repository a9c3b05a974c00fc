TEXT ·f(SB), 4, $0
	CALL	runtime·a(SB)
	JAL	X1, runtime·b(SB)
	JAL	X0, runtime·c(SB)
	JMP	runtime·d(SB)
