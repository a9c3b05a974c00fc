#include "textflag.h"

TEXT crosscall2(SB), NOSPLIT|NOFRAME, $0
	SUB	$32, RSP
	MOVD	R30, 24(RSP)
	BL	runtime·load_g(SB)
	BL	runtime·cgocallback(SB)
	MOVD	24(RSP), R30
	ADD	$32, RSP
	RET
