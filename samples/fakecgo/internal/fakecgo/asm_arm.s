//go:build !cgo && linux

#include "textflag.h"

// Entered from C with fn in R0, arg in R1, n in R2 and ctxt in R3.
//
// Frame: return address at 0(R13), the three arguments from 4(R13), eight integer registers
// from 16(R13), eight floating-point registers from 48(R13); 112 bytes, a multiple of 8.
TEXT crosscall2(SB), NOSPLIT|NOFRAME, $0
	SUB	$112, R13
	MOVW	R14, 0(R13)
	MOVW	R0, 4(R13)	// fn
	MOVW	R1, 8(R13)	// arg
	MOVW	R3, 12(R13)	// ctxt; n is not passed on

	MOVW	R4, 16(R13)
	MOVW	R5, 20(R13)
	MOVW	R6, 24(R13)
	MOVW	R7, 28(R13)
	MOVW	R8, 32(R13)
	MOVW	R9, 36(R13)
	MOVW	g, 40(R13)
	MOVW	R11, 44(R13)

	// A machine without floating point has no such registers to save.
	MOVB	runtime·goarmsoftfp(SB), R11
	CMP	$0, R11
	BNE	saved
	MOVD	F8, 48(R13)
	MOVD	F9, 56(R13)
	MOVD	F10, 64(R13)
	MOVD	F11, 72(R13)
	MOVD	F12, 80(R13)
	MOVD	F13, 88(R13)
	MOVD	F14, 96(R13)
	MOVD	F15, 104(R13)

saved:
	BL	runtime·load_g(SB)
	// The arguments have been in place since the first stores.
	BL	runtime·cgocallback(SB)

	MOVB	runtime·goarmsoftfp(SB), R11
	CMP	$0, R11
	BNE	restored
	MOVD	48(R13), F8
	MOVD	56(R13), F9
	MOVD	64(R13), F10
	MOVD	72(R13), F11
	MOVD	80(R13), F12
	MOVD	88(R13), F13
	MOVD	96(R13), F14
	MOVD	104(R13), F15

restored:
	MOVW	16(R13), R4
	MOVW	20(R13), R5
	MOVW	24(R13), R6
	MOVW	28(R13), R7
	MOVW	32(R13), R8
	MOVW	36(R13), R9
	MOVW	40(R13), g
	MOVW	44(R13), R11
	MOVW	0(R13), R14
	ADD	$112, R13
	RET
