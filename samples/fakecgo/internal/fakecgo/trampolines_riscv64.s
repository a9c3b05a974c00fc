//go:build !cgo && linux

#include "textflag.h"

// func setg_trampoline(setg, newg uintptr)
TEXT ·setg_trampoline(SB), NOSPLIT, $0-16
	MOV	setg+0(FP), X5
	MOV	newg+8(FP), X10

	// C wants a stack aligned to 16 bytes; X9 survives the call.
	MOV	X2, X9
	AND	$~15, X2
	CALL	X5
	MOV	X9, X2
	RET

// func crosscall2PC() uintptr
TEXT ·crosscall2PC(SB), NOSPLIT, $0-8
	MOV	$crosscall2(SB), X10
	MOV	X10, ret+0(FP)
	RET
