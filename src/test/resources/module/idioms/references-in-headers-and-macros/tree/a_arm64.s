#include "calls.h"

TEXT ·f(SB), 4, $0
	CALL_BOTH(runtime·cgocallback)
	CALL_G
	RET
