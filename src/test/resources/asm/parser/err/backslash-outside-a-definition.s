	MOVQ AX, \
		BX
	RET
