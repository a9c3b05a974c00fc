#include "textflag.h"

TEXT ·barrier(SB), NOSPLIT, $0-0
	JMP	runtime·gcWriteBarrier1(SB)
