#include "textflag.h"

// func setg_trampoline(setg, newg uintptr)
TEXT ·setg_trampoline(SB), NOSPLIT, $16-16
	MOVD	R31, saved-16(SP)

	MOVD	setg+0(FP), R12
	MOVD	newg+8(FP), R3
	MOVD	R12, CTR
	BL	(CTR)

	BL	runtime·load_g(SB)

	MOVD	saved-16(SP), R31
	XOR	R0, R0, R0
	RET
