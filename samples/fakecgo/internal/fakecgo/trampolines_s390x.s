//go:build !cgo && linux

#include "textflag.h"

// func setg_trampoline(setg, newg uintptr)
//
// A C function may write to the 160 bytes above the R15 it is entered with, so those come
// first in the frame, and the return address lies above them.
TEXT ·setg_trampoline(SB), NOSPLIT|NOFRAME, $0-16
	MOVD	8(R15), R1	// setg
	MOVD	16(R15), R2	// newg: the first argument of C

	MOVD	R15, R3
	SUB	$176, R15
	MOVD	R3, 0(R15)	// back chain
	MOVD	R14, 160(R15)

	BL	(R1)
	BL	runtime·load_g(SB)	// load_g fetches what C has put into thread-local storage

	XOR	R0, R0	// C may have left anything in it
	MOVD	160(R15), R14
	ADD	$176, R15
	RET

// func crosscall2PC() uintptr
TEXT ·crosscall2PC(SB), NOSPLIT, $0-8
	MOVD	$crosscall2(SB), R1
	MOVD	R1, ret+0(FP)
	RET
