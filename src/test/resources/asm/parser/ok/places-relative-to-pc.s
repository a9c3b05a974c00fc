	JMP	2(PC)
	JNE	-3(PC)
	JMP	(PC)
	BGEZAL	R0, 1(PC)
	JMP	foo+2(PC)
	ADR	8 ( PC ), R0
