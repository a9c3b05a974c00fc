//go:build !cgo && linux

#include "textflag.h"
#include "abi_loong64.h"

// Entered from C with fn in R4, arg in R5, n in R6 and ctxt in R7.
TEXT crosscall2(SB), NOSPLIT|NOFRAME, $0
	ADDV	$-(4*8+HOST_REGS_SIZE), R3
	MOVV	R1, (0*8)(R3)
	MOVV	R4, (1*8)(R3)	// fn
	MOVV	R5, (2*8)(R3)	// arg
	MOVV	R7, (3*8)(R3)	// ctxt; n is not passed on
	SAVE_HOST_REGS(4*8)

	// Initialize Go ABI environment
	JAL	runtime·load_g(SB)

	JAL	runtime·cgocallback(SB)

	RESTORE_HOST_REGS(4*8)
	MOVV	(0*8)(R3), R1
	ADDV	$(4*8+HOST_REGS_SIZE), R3
	RET
