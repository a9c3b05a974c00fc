#define F(a, b) MOVQ a, b
	F(AX,
	  BX)
	RET
