//go:build !cgo && linux

#include "textflag.h"
#include "abi_arm64.h"

// Entered from C with fn in R0, arg in R1, n in R2 and ctxt in R3.
//
// Frame: 0(RSP) is unused, the three arguments lie from 8(RSP), where Go looks for them.
TEXT crosscall2(SB), NOSPLIT|NOFRAME, $0
	SUB	$(6*8+HOST_REGS_SIZE), RSP
	STP	(R0, R1), (1*8)(RSP)	// fn, arg
	MOVD	R3, (3*8)(RSP)	// ctxt; n is not passed on
	STP	(R29, R30), (4*8)(RSP)
	SAVE_HOST_REGS(6*8)

	// Initialize Go ABI environment
	BL	runtime·load_g(SB)
	BL	runtime·cgocallback(SB)

	RESTORE_HOST_REGS(6*8)
	LDP	(4*8)(RSP), (R29, R30)
	ADD	$(6*8+HOST_REGS_SIZE), RSP
	RET
