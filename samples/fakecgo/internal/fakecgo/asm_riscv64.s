//go:build !cgo && linux

#include "textflag.h"
#include "abi_riscv64.h"

// Entered from C with fn in X10, arg in X11, n in X12 and ctxt in X13.
TEXT crosscall2(SB), NOSPLIT|NOFRAME, $0
	ADD	$-(4*8+HOST_REGS_SIZE), X2
	MOV	X1, (0*8)(X2)
	MOV	X10, (1*8)(X2)	// fn
	MOV	X11, (2*8)(X2)	// arg
	MOV	X13, (3*8)(X2)	// ctxt; n is not passed on
	SAVE_HOST_REGS(4*8)

	// Initialize Go ABI environment
	CALL	runtime·load_g(SB)
	CALL	runtime·cgocallback(SB)

	RESTORE_HOST_REGS(4*8)
	MOV	(0*8)(X2), X1
	ADD	$(4*8+HOST_REGS_SIZE), X2
	RET
