#define F(a) NOP
	F (AX)
