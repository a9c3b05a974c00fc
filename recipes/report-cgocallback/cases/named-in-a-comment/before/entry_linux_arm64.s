#include "textflag.h"

// Without runtime·cgocallback(SB).
TEXT ·f(SB), NOSPLIT, $0
	RET
