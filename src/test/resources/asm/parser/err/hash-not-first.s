	NOP; #define A 1
	MOVQ #1, AX
label: #ifdef X
	RET
