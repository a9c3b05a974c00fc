	MOVB $'a
	RET
