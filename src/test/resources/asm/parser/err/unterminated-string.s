	DATA x(SB)/4, $"abc
	RET
#define S "open
	NOP
"alone
	RET
