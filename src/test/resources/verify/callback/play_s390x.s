//go:build !cgo && linux

#include "textflag.h"

TEXT ·setTLS(SB), NOSPLIT, $0-16
	MOVD	tp+0(FP), R3
	SRD	$32, R3, R4
	MOVW	R4, AR0
	MOVW	R3, AR1
	MOVD	g, ret+8(FP)
	RET

TEXT ·playPC(SB), NOSPLIT, $0-8
	MOVD	$·play(SB), R3
	MOVD	R3, ret+0(FP)
	RET

// Entered as a C function, with the frame in R2.
TEXT ·play(SB), NOSPLIT|NOFRAME, $0
	STMG	R6, R15, 48(R15)
	MOVD	$-192(R15), R15	// 160 bytes of it are the callee's
	MOVD	R2, 168(R15)
	MOVD	$0x1234, R7
	MOVD	$0, g	// C is free to use it
	MOVD	8(R2), R3
	MOVD	0(R2), R2
	MOVD	$0, R4
	MOVD	$0, R5
	BL	crosscall2(SB)
	MOVD	168(R15), R2
	MOVD	R7, 16(R2)
	MOVD	$192(R15), R15
	LMG	48(R15), R6, R15
	RET
