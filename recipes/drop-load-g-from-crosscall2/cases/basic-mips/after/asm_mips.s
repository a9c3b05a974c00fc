#include "textflag.h"

TEXT crosscall2(SB), NOSPLIT|NOFRAME, $0
	SUBU	$24, R29
	MOVW	R4, 4(R29)
	MOVW	R5, 8(R29)
	MOVW	R7, 12(R29)
	MOVW	g, 16(R29)
	MOVW	R31, 20(R29)

	JAL	runtime·cgocallback(SB)

	MOVW	16(R29), g
	MOVW	20(R29), R31
	ADDU	$24, R29
	RET
