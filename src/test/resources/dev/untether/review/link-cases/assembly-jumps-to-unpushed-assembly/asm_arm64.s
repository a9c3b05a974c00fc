#include "textflag.h"

TEXT ·park(SB), NOSPLIT, $0-0
	B	runtime·systemstack_switch(SB)
