#include "textflag.h"

TEXT crosscall2(SB), NOSPLIT|NOFRAME, $0
	ADDV	$-48, R3
	MOVV	R4, 8(R3)
	MOVV	R5, 16(R3)
	MOVV	R7, 24(R3)
	MOVV	g, 32(R3)
	MOVV	R1, 40(R3)

	JAL	runtime·cgocallback(SB)

	MOVV	32(R3), g
	MOVV	40(R3), R1
	ADDV	$48, R3
	RET
