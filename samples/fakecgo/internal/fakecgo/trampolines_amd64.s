//go:build !cgo && linux

#include "textflag.h"

// func setg_trampoline(setg, newg uintptr)
TEXT ·setg_trampoline(SB), NOSPLIT, $0-16
	MOVQ	setg+0(FP), AX
	MOVQ	newg+8(FP), DI

	// C wants a stack aligned to 16 bytes; BX survives the call.
	MOVQ	SP, BX
	ANDQ	$~15, SP
	CALL	AX
	MOVQ	BX, SP
	RET

// func crosscall2PC() uintptr
TEXT ·crosscall2PC(SB), NOSPLIT, $0-8
	MOVQ	$crosscall2(SB), AX
	MOVQ	AX, ret+0(FP)
	RET
