#include "textflag.h"

TEXT ·setg_trampoline(SB), NOSPLIT, $0-16
	MOVV	setg+0(FP), R25
	MOVV	newg+8(FP), R4
	CALL	(R25)

	// load_g fetches what C has stored.
	CALL	runtime·load_g(SB)
	RET
