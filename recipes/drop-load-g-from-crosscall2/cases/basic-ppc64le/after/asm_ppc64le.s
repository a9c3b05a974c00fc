#include "textflag.h"

TEXT crosscall2(SB), NOSPLIT|NOFRAME, $0
	MOVD	LR, R0
	MOVD	R0, 16(R1)
	MOVDU	R1, -80(R1)
	MOVD	R2, 24(R1)
	MOVD	g, 64(R1)
	MOVD	R31, 72(R1)
	MOVD	R3, 32(R1)
	MOVD	R4, 40(R1)
	MOVD	R6, 48(R1)
	XOR	R0, R0, R0

	BL	runtime·cgocallback(SB)

	MOVD	24(R1), R2
	MOVD	64(R1), g
	MOVD	72(R1), R31
	ADD	$80, R1
	MOVD	16(R1), R0
	MOVD	R0, LR
	RET
