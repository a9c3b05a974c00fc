#include "textflag.h"

TEXT crosscall2(SB), NOSPLIT|NOFRAME, $0
	SUB	$(8*16), RSP
	STP	(R29, R30), (8*14)(RSP)
	BL	runtime·cgocallback(SB)
	LDP	(8*14)(RSP), (R29, R30)
	ADD	$(8*16), RSP
	RET
