	NOP
	MOVQ AX, /* never closed
	RET
