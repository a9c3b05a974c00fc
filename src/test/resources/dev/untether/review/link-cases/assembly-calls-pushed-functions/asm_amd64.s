#include "textflag.h"

TEXT ·move(SB), NOSPLIT, $0-24
	JMP	runtime·memmove(SB)
