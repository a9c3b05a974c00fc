#include "textflag.h"

TEXT ·crosscall2(SB), NOSPLIT|NOFRAME, $0
	CALL	runtime·cgocallback(SB)
	RET
