#include "textflag.h"

TEXT ·cpuid(SB), NOSPLIT, $0-24
	JMP	internal∕cpu·cpuid(SB)

TEXT ·onThread(SB), NOSPLIT, $8-0
	CALL	runtime·systemstack(SB)
	RET
