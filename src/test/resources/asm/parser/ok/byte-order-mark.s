#define A 1
	RET
