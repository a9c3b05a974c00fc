#include "textflag.h"

TEXT ·Twice(SB), NOSPLIT, $16-16
	MOVQ	addr+0(FP), AX
	MOVQ	AX, 0(SP)
	CALL	sync∕atomic·LoadUint64(SB)
	MOVQ	8(SP), AX
	ADDQ	AX, AX
	MOVQ	AX, ret+8(FP)
	RET
