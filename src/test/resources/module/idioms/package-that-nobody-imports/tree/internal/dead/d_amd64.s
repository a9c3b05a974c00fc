TEXT ·f(SB), 4, $0
	JMP	runtime·cgocall(SB)
