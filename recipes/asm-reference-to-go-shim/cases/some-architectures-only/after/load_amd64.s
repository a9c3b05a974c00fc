#include "textflag.h"

TEXT ·Load(SB), NOSPLIT, $0-16
	JMP	·loadInGo(SB)
