//go:build !cgo && linux

#include "textflag.h"

// Entered from C, which pushes its arguments: fn is at 4(SP), arg at 8(SP), n at 12(SP)
// and ctxt at 16(SP).
TEXT crosscall2(SB), NOSPLIT|NOFRAME, $0
	ADJSP	$28

	// C expects these four back.
	MOVL	BP, 12(SP)
	MOVL	BX, 16(SP)
	MOVL	SI, 20(SP)
	MOVL	DI, 24(SP)

	MOVL	(28+4)(SP), AX	// fn
	MOVL	AX, 0(SP)
	MOVL	(28+8)(SP), AX	// arg
	MOVL	AX, 4(SP)
	// n is not passed on.
	MOVL	(28+16)(SP), AX	// ctxt
	MOVL	AX, 8(SP)
	CALL	runtime·cgocallback(SB)

	MOVL	12(SP), BP
	MOVL	16(SP), BX
	MOVL	20(SP), SI
	MOVL	24(SP), DI

	ADJSP	$-28
	RET
