//go:build !cgo && linux

#include "textflag.h"

// func setg_trampoline(setg, newg uintptr)
TEXT ·setg_trampoline(SB), NOSPLIT, $0-16
	MOVD	setg+0(FP), R8
	MOVD	newg+8(FP), R0

	// Go keeps the frame pointer of the caller below RSP, where a C function may write.
	SUB	$16, RSP
	BL	(R8)
	ADD	$16, RSP
	RET

// func crosscall2PC() uintptr
TEXT ·crosscall2PC(SB), NOSPLIT, $0-8
	MOVD	$crosscall2(SB), R0
	MOVD	R0, ret+0(FP)
	RET
