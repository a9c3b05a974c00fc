#define A(x) \
	NOP; \ 
	CALL x // end
	RET
