//go:build !cgo && linux

#include "textflag.h"

TEXT ·setTLS(SB), NOSPLIT, $0-16
	MOVD	tp+0(FP), R13
	MOVD	g, ret+8(FP)
	RET

TEXT ·playPC(SB), NOSPLIT, $0-8
	MOVD	$·play(SB), R3
	MOVD	R3, ret+0(FP)
	RET

// Entered as a C function, with the frame in R3.
TEXT ·play(SB), NOSPLIT|NOFRAME, $0
	MOVD	LR, R0
	MOVD	R0, 16(R1)
	MOVDU	R1, -128(R1)
	MOVD	R14, 64(R1)
	MOVD	g, 72(R1)
	MOVD	R3, 80(R1)
	MOVD	$0x1234, R14
	MOVD	$0, g	// C is free to use it
	MOVD	8(R3), R4
	MOVD	0(R3), R3
	MOVD	$0, R5
	MOVD	$0, R6
	BL	crosscall2(SB)
	MOVD	80(R1), R3
	MOVD	R14, 16(R3)
	MOVD	72(R1), g
	MOVD	64(R1), R14
	ADD	$128, R1
	MOVD	16(R1), R0
	MOVD	R0, LR
	XOR	R0, R0, R0
	RET
