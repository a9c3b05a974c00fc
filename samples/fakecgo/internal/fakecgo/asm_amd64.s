//go:build !cgo && linux

#include "textflag.h"
#include "abi_amd64.h"

// Entered from C with fn in DI, arg in SI, n in DX and ctxt in CX.
TEXT crosscall2(SB), NOSPLIT|NOFRAME, $0
	ADJSP	$(3*8+HOST_REGS_SIZE)
	SAVE_HOST_REGS(3*8)

	MOVQ	DI, 0(SP)	// fn
	MOVQ	SI, 8(SP)	// arg
	// n is not passed on.
	MOVQ	CX, 16(SP)	// ctxt
	CALL	runtime·cgocallback(SB)

	RESTORE_HOST_REGS(3*8)
	ADJSP	$-(3*8+HOST_REGS_SIZE)
	RET
