//go:build mips || mipsle

#include "textflag.h"

TEXT ·crosscall2(SB), NOSPLIT|NOFRAME, $0
	JAL	runtime·load_g(SB)
	JAL	runtime·cgocallback(SB)
	RET
