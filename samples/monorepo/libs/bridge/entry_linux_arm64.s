#include "textflag.h"

// Called by C with fn, arg, n and context in R0 to R3.
TEXT crosscall2_mono(SB), NOSPLIT|NOFRAME, $0
	SUB	$(8*16), RSP
	STP	(R29, R30), (8*14)(RSP)
	STP	(R0, R1), (8*1)(RSP)
	MOVD	R3, (8*3)(RSP)
	BL	runtime·load_g(SB)
	BL	runtime·cgocallback(SB)
	LDP	(8*14)(RSP), (R29, R30)
	ADD	$(8*16), RSP
	RET
