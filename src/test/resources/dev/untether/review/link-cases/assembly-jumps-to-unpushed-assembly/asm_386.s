#include "textflag.h"

TEXT ·park(SB), NOSPLIT, $0-0
	JMP	runtime·systemstack_switch(SB)
