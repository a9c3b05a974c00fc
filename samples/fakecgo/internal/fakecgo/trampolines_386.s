//go:build !cgo && linux

#include "textflag.h"

// func setg_trampoline(setg, newg uintptr)
TEXT ·setg_trampoline(SB), NOSPLIT, $0-8
	MOVL	setg+0(FP), AX
	MOVL	newg+4(FP), CX

	// C wants its argument on a stack aligned to 16 bytes; BX survives the call.
	MOVL	SP, BX
	SUBL	$16, SP
	ANDL	$~15, SP
	MOVL	CX, 0(SP)
	CALL	AX
	MOVL	BX, SP
	RET

// func crosscall2PC() uintptr
TEXT ·crosscall2PC(SB), NOSPLIT, $0-4
	MOVL	$crosscall2(SB), AX
	MOVL	AX, ret+0(FP)
	RET
