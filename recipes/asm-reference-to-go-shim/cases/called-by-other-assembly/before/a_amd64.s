#include "textflag.h"

// func load(addr *uint64) uint64
TEXT ·load(SB), NOSPLIT, $0-16
	JMP	sync∕atomic·LoadUint64(SB)

TEXT ·twice(SB), NOSPLIT, $16-16
	MOVQ	addr+0(FP), AX
	MOVQ	AX, 0(SP)
	CALL	·load(SB)
	MOVQ	8(SP), AX
	MOVQ	AX, ret+8(FP)
	RET
