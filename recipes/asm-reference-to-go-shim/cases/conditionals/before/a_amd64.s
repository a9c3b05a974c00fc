#include "textflag.h"

TEXT ·load(SB), NOSPLIT, $0-16
#ifdef GOAMD64_v3
	MOVQ	addr+0(FP), AX
	MOVQ	(AX), AX
	MOVQ	AX, ret+8(FP)
	RET
#else
	JMP	sync∕atomic·LoadUint64(SB)
#endif
