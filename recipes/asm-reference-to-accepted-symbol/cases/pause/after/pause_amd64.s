#include "textflag.h"

TEXT ·For(SB), NOSPLIT, $0-4
	JMP	runtime·procyield(SB)
