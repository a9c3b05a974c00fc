//go:build !cgo && linux

#include "textflag.h"

// func setg_trampoline(setg, newg uintptr)
TEXT ·setg_trampoline(SB), NOSPLIT, $0-8
	MOVW	setg+0(FP), R4
	MOVW	newg+4(FP), R0

	// C wants a stack aligned to 8 bytes; R5 survives the call.
	MOVW	R13, R5
	BIC	$7, R13
	BL	(R4)
	MOVW	R5, R13
	RET

// func crosscall2PC() uintptr
TEXT ·crosscall2PC(SB), NOSPLIT, $0-4
	MOVW	$crosscall2(SB), R0
	MOVW	R0, ret+0(FP)
	RET
