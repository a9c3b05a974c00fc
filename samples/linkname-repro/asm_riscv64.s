#include "textflag.h"

TEXT ·crosscall2(SB), NOSPLIT|NOFRAME, $0
	CALL	runtime·load_g(SB)
	CALL	runtime·cgocallback(SB)
	RET
