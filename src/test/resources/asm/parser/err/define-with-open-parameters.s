#define F(a, b
	RET
