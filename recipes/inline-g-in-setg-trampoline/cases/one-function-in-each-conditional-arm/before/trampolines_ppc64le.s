#include "textflag.h"

#ifdef GOPPC64_power10
TEXT ·setg_trampoline(SB), NOSPLIT, $16-16
	MOVD	setg+0(FP), R12
	MOVD	newg+8(FP), R3
	MOVD	R12, CTR
	BL	(CTR)
	BL	runtime·load_g(SB)
	XOR	R0, R0, R0
	RET
#else
TEXT ·setg_trampoline(SB), NOSPLIT|NOFRAME, $0-16
	MOVD	LR, R20
	MOVD	32(R1), R12
	MOVD	40(R1), R3
	MOVDU	R1, -48(R1)
	MOVD	R12, CTR
	BL	(CTR)
	BL	runtime·load_g(SB)
	ADD	$48, R1
	XOR	R0, R0, R0
	MOVD	R20, LR
	RET
#endif
