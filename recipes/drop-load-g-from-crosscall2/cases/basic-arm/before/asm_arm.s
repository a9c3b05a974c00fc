#include "textflag.h"

TEXT crosscall2(SB), NOSPLIT|NOFRAME, $0
	SUB	$32, R13
	MOVW	R14, 0(R13)
	MOVW	R0, 4(R13)
	MOVW	R1, 8(R13)
	MOVW	R3, 12(R13)
	MOVW	g, 16(R13)
	MOVB	runtime·goarmsoftfp(SB), R11
	CMP	$0, R11
	BNE	saved
	MOVD	F8, 24(R13)

saved:
	BL	runtime·load_g(SB)
	// Arguments were stored on entry.
	BL	runtime·cgocallback(SB)

	MOVW	16(R13), g
	MOVW	0(R13), R14
	ADD	$32, R13
	RET
