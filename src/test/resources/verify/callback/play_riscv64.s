//go:build !cgo && linux

#include "textflag.h"

TEXT ·setTLS(SB), NOSPLIT, $0-16
	MOV	tp+0(FP), X10
	MOV	X10, TP
	MOV	g, ret+8(FP)
	RET

TEXT ·playPC(SB), NOSPLIT, $0-8
	MOV	$·play(SB), X10
	MOV	X10, ret+0(FP)
	RET

// Entered as a C function, with the frame in X10.
TEXT ·play(SB), NOSPLIT|NOFRAME, $0
	ADD	$-64, X2
	MOV	X1, 0(X2)
	MOV	X9, 8(X2)
	MOV	g, 16(X2)
	MOV	X10, 24(X2)
	MOV	$0x1234, X9
	MOV	X0, g	// C is free to use it
	MOV	8(X10), X11
	MOV	0(X10), X10
	MOV	X0, X12
	MOV	X0, X13
	CALL	crosscall2(SB)
	MOV	24(X2), X10
	MOV	X9, 16(X10)
	MOV	16(X2), g
	MOV	8(X2), X9
	MOV	0(X2), X1
	ADD	$64, X2
	RET
