#include "textflag.h"

TEXT ·crosscall2(SB), NOSPLIT|NOFRAME, $0
	BL	runtime·load_g(SB)
	BL	runtime·cgocallback(SB)
	RET
