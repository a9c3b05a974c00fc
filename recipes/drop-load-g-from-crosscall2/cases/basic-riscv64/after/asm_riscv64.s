#include "textflag.h"

TEXT crosscall2(SB), NOSPLIT|NOFRAME, $0
	ADD	$-48, X2
	MOV	X10, 8(X2)
	MOV	X11, 16(X2)
	MOV	X13, 24(X2)
	MOV	g, 32(X2)
	MOV	X1, 40(X2)
	CALL	runtime·cgocallback(SB)
	MOV	32(X2), g
	MOV	40(X2), X1
	ADD	$48, X2
	RET
