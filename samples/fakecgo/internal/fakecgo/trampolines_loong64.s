//go:build !cgo && linux

#include "textflag.h"

// func setg_trampoline(setg, newg uintptr)
TEXT ·setg_trampoline(SB), NOSPLIT, $0-16
	MOVV	setg+0(FP), R12
	MOVV	newg+8(FP), R4

	// C wants a stack aligned to 16 bytes; R23 survives the call.
	MOVV	R3, R23
	MOVV	$~15, R13
	AND	R13, R3
	JAL	(R12)
	MOVV	R23, R3
	RET

// func crosscall2PC() uintptr
TEXT ·crosscall2PC(SB), NOSPLIT, $0-8
	MOVV	$crosscall2(SB), R4
	MOVV	R4, ret+0(FP)
	RET
