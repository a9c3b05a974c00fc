#include "textflag.h"

TEXT crosscall2(SB), NOSPLIT|NOFRAME, $0
	STMG	R6, R15, 48(R15)
	MOVD	$-96(R15), R15
	MOVD	R2, 8(R15)
	MOVD	R3, 16(R15)
	MOVD	R5, 24(R15)
	BL	runtime·load_g(SB)
	BL	runtime·cgocallback(SB)
	MOVD	$96(R15), R15
	LMG	48(R15), R6, R15
	RET
