//go:build !cgo && linux

#include "textflag.h"

// func setg_trampoline(setg, newg uintptr)
TEXT ·setg_trampoline(SB), NOSPLIT, $16-16
	// load_g changes R31. Its slot is the one at 32(R1), above the frame header: ELFv2 lets
	// a C function write to 8(R1) and 16(R1) of its caller.
	MOVD	R31, saved-16(SP)

	MOVD	setg+0(FP), R12
	MOVD	newg+8(FP), R3
	MOVD	R12, CTR
	BL	(CTR)

	// load_g fetches the new g, which C has put into thread-local storage.
	BL	runtime·load_g(SB)

	MOVD	saved-16(SP), R31
	XOR	R0, R0, R0	// C may have left anything in it
	RET

// func crosscall2PC() uintptr
TEXT ·crosscall2PC(SB), NOSPLIT, $0-8
	MOVD	$crosscall2(SB), R3
	MOVD	R3, ret+0(FP)
	RET
