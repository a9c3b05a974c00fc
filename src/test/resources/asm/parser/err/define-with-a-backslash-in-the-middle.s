#define F NOP \ RET
	RET
