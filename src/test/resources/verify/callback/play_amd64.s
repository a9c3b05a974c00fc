//go:build !cgo && linux

#include "textflag.h"

// The thread pointer of amd64 is set by the runtime itself.
TEXT ·setTLS(SB), NOSPLIT, $0-16
	MOVQ	$0, ret+8(FP)
	RET

TEXT ·playPC(SB), NOSPLIT, $0-8
	MOVQ	$·play(SB), AX
	MOVQ	AX, ret+0(FP)
	RET

// Entered as a C function, with the frame in DI.
TEXT ·play(SB), NOSPLIT|NOFRAME, $0
	PUSHQ	BX
	PUSHQ	DI
	SUBQ	$8, SP
	MOVQ	$0x1234, BX
	MOVQ	8(DI), SI
	MOVQ	0(DI), DI
	XORL	DX, DX
	XORL	CX, CX
	CALL	crosscall2(SB)
	ADDQ	$8, SP
	POPQ	DI
	MOVQ	BX, 16(DI)
	POPQ	BX
	RET
