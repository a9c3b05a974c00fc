//go:build !cgo && linux

#include "textflag.h"

TEXT ·setTLS(SB), NOSPLIT, $0-16
	MOVD	tp+0(FP), R0
	WORD	$0xd51bd040	// MSR R0, TPIDR_EL0
	MOVD	g, ret+8(FP)
	RET

TEXT ·playPC(SB), NOSPLIT, $0-8
	MOVD	$·play(SB), R0
	MOVD	R0, ret+0(FP)
	RET

// Entered as a C function, with the frame in R0.
TEXT ·play(SB), NOSPLIT|NOFRAME, $0
	SUB	$64, RSP
	MOVD	R30, 0(RSP)
	MOVD	R19, 8(RSP)
	MOVD	g, 16(RSP)
	MOVD	R0, 24(RSP)
	MOVD	$0x1234, R19
	MOVD	ZR, g	// C is free to use it
	MOVD	8(R0), R1
	MOVD	0(R0), R0
	MOVD	ZR, R2
	MOVD	ZR, R3
	BL	crosscall2(SB)
	MOVD	24(RSP), R0
	MOVD	R19, 16(R0)
	MOVD	16(RSP), g
	MOVD	8(RSP), R19
	MOVD	0(RSP), R30
	ADD	$64, RSP
	RET
