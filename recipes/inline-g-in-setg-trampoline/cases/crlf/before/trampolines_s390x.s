#include "textflag.h"

TEXT ·setg_trampoline(SB), NOSPLIT|NOFRAME, $0-16
	MOVD	8(R15), R1
	MOVD	16(R15), R2
	SUB	$176, R15
	MOVD	R14, 160(R15)
	BL	R1
	BL	runtime·load_g(SB)
	MOVD	160(R15), R14
	ADD	$176, R15
	RET
