#include "textflag.h"
#include "abi_arm64.h"

TEXT crosscall2(SB), NOSPLIT|NOFRAME, $0
	SUB	$(8*10), RSP
	STP	(R0, R1), (8*1)(RSP)
	MOVD	R3, (8*3)(RSP)
	SAVE_SOME(8*4)
	STP	(R29, R30), (8*8)(RSP)

	// Initialize Go ABI environment
	BL	runtime·cgocallback(SB)

	RESTORE_SOME(8*4)
	LDP	(8*8)(RSP), (R29, R30)
	ADD	$(8*10), RSP
	RET
