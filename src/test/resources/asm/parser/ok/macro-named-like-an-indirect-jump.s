	JMP(AX)
#define JMP(x) NOP x
	JMP(AX)
