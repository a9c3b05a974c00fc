/* one
two */ #define A 1
	RET
