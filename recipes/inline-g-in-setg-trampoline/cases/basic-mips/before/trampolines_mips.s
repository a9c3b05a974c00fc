#include "textflag.h"

// setg_trampoline hands g to C. The frame keeps the arguments out of the reach of C.
TEXT ·setg_trampoline(SB), NOSPLIT, $16-8
	MOVW	setg+0(FP), R25
	MOVW	g_arg+4(FP), R4
	JAL	(R25)
	JAL	runtime·load_g(SB)
	RET
