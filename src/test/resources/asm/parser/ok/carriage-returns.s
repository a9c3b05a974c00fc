TEXT ·f(SB), 4, $0
	NOP // comment

	MOVQAX, BX 
/* a
 b */	RET
