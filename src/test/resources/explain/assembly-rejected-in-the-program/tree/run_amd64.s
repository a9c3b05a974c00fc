#include "textflag.h"

TEXT ·run(SB), NOSPLIT, $0
	CALL	runtime·systemstack(SB)
	CALL	runtime·osyield(SB)
	RET
