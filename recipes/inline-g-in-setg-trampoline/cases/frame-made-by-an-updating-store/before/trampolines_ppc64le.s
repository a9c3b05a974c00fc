#include "textflag.h"

TEXT ·setg_trampoline(SB), NOSPLIT|NOFRAME, $0-16
	MOVD LR, R20
	MOVD 32(R1), R12
	MOVD 40(R1), R3

	MOVDU R1, -32(R1)
	MOVD R12, CTR
	CALL CTR
	CALL runtime·load_g(SB)
	ADD $32, R1

	XOR R0, R0, R0
	MOVD R20, LR
	RET
