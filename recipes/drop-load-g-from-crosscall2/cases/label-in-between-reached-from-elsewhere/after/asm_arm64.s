#include "textflag.h"

TEXT crosscall2(SB), NOSPLIT|NOFRAME, $0
	SUB	$48, RSP
	STP	(R0, R1), 8(RSP)
	MOVD	R3, 24(RSP)
	STP	(g, R30), 32(RSP)
	CBZ	R0, enter
enter:
	BL	runtime·cgocallback(SB)
	LDP	32(RSP), (g, R30)
	ADD	$48, RSP
	RET
