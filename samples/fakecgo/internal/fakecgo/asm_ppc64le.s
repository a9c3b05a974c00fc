//go:build !cgo && linux

#include "textflag.h"
#include "abi_ppc64le.h"

// The fixed part of a frame, then the three arguments of cgocallback and one unused word,
// then the registers.
#define GPR_AT (32+32)
#define FPR_AT (GPR_AT+GPR_SIZE)
#define VR_AT (FPR_AT+FPR_SIZE)
#define FRAME_SIZE (VR_AT+VR_SIZE)

// Entered from C with fn in R3, arg in R4, n in R5 and ctxt in R6.
TEXT crosscall2(SB), NOSPLIT|NOFRAME, $0
	MOVD	LR, R0
	MOVD	R0, 16(R1)
	MOVW	CR, R0
	MOVD	R0, 8(R1)
	MOVDU	R1, -FRAME_SIZE(R1)
	// Go built without a TOC pointer is free to use R2.
	MOVD	R2, 24(R1)
	SAVE_GPR(GPR_AT)
	SAVE_FPR(FPR_AT)
	SAVE_VR(VR_AT, R12)
	// Go takes it for granted that R0 is 0.
	XOR	R0, R0, R0

	// Load the current g.
	BL	runtime·load_g(SB)

	MOVD	R3, 32(R1)	// fn
	MOVD	R4, 40(R1)	// arg
	// n is not passed on.
	MOVD	R6, 48(R1)	// ctxt
	BL	runtime·cgocallback(SB)

	RESTORE_VR(VR_AT, R12)
	RESTORE_FPR(FPR_AT)
	RESTORE_GPR(GPR_AT)
	MOVD	24(R1), R2
	ADD	$FRAME_SIZE, R1
	MOVD	8(R1), R0
	MOVW	R0, CR
	MOVD	16(R1), R0
	MOVD	R0, LR
	RET
