#include "textflag.h"

TEXT ·Load(SB), NOSPLIT, $0-16
	MOVD	addr+0(FP), R0
	LDAR	(R0), R1
	MOVD	R1, ret+8(FP)
	RET
