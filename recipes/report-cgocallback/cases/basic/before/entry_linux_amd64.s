#include "textflag.h"

TEXT crosscall2(SB), NOSPLIT|NOFRAME, $0
	SUBQ	$32, SP
	CALL	runtime·cgocallback(SB)
	ADDQ	$32, SP
	RET
