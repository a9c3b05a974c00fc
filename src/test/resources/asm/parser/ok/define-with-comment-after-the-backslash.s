#define GOES_ON NOP; \ // one line
	MOVQ AX, BX; \ /* another */ // and more
	RET
	NOP
