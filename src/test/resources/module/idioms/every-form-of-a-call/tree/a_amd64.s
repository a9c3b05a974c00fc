TEXT ·f(SB), 4, $0
	CALL	runtime·a(SB)
	JMP	runtime·b(SB)
	MOVQ	$runtime·main(SB), AX
	LEAQ	runtime·c(SB), AX
	JEQ	runtime·d(SB)
