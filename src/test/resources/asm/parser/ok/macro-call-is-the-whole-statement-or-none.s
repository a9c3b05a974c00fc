#define F(a) a
	F(A) F(B)
	F(AX), BX
