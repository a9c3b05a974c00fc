#include "textflag.h"

TEXT crosscall2(SB), NOSPLIT|NOFRAME, $0
	MOVD	LR, R0
	MOVD	R0, 16(R1)
	MOVDU	R1, -80(R1)
	MOVD	g, 64(R1)
	MOVD	$0, R0

#ifdef FUNCTION_DESCRIPTORS
	CMP	R3, $0
	BEQ	plain
	MOVD	8(R3), R2
	MOVD	(R3), R3
plain:
#endif
	MOVD	R3, 32(R1)
	MOVD	R4, 40(R1)
	MOVD	R6, 48(R1)
	BL	runtime·cgocallback(SB)

	MOVD	64(R1), g
	ADD	$80, R1
	MOVD	16(R1), R0
	MOVD	R0, LR
	RET
