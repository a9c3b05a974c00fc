	MOVB $'a, AX
	MOVB $', BX
	MOVB $'\', CX
	RET
