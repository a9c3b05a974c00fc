//go:build !cgo && linux

#include "textflag.h"

// Entered from C with fn in R2, arg in R3, n in R4 and ctxt in R5.
TEXT crosscall2(SB), NOSPLIT|NOFRAME, $0
	// C made room for R6 to R15 in its own frame.
	STMG	R6, R15, 48(R15)
	MOVD	$-96(R15), R15

	FMOVD	F8, 32(R15)
	FMOVD	F9, 40(R15)
	FMOVD	F10, 48(R15)
	FMOVD	F11, 56(R15)
	FMOVD	F12, 64(R15)
	FMOVD	F13, 72(R15)
	FMOVD	F14, 80(R15)
	FMOVD	F15, 88(R15)
	XOR	R0, R0	// Go takes it for granted that R0 is 0

	// Initialize Go ABI environment.
	BL	runtime·load_g(SB)

	MOVD	R2, 8(R15)	// fn
	MOVD	R3, 16(R15)	// arg
	// n is not passed on.
	MOVD	R5, 24(R15)	// ctxt
	BL	runtime·cgocallback(SB)

	FMOVD	32(R15), F8
	FMOVD	40(R15), F9
	FMOVD	48(R15), F10
	FMOVD	56(R15), F11
	FMOVD	64(R15), F12
	FMOVD	72(R15), F13
	FMOVD	80(R15), F14
	FMOVD	88(R15), F15

	MOVD	$96(R15), R15
	LMG	48(R15), R6, R15
	RET
