#include "textflag.h"

TEXT crosscall2(SB), NOSPLIT|NOFRAME, $0
	ADD	$-48, X2
	MOV	X1, 0(X2)
	MOV	g, 32(X2)
	CALL	runtime·load_g(SB)
	BEQZ	X10, drop
	MOV	X10, 8(X2)
	MOV	X11, 16(X2)
	MOV	X13, 24(X2)
	CALL	runtime·cgocallback(SB)
	JMP	leave
drop:
	MOV	ZERO, 8(X2)
	MOV	X11, 16(X2)
	MOV	ZERO, 24(X2)
	CALL	runtime·cgocallback(SB)
leave:
	MOV	32(X2), g
	MOV	0(X2), X1
	ADD	$48, X2
	RET
