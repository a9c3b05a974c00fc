#include "textflag.h"

// func Find(s string, c byte) int
TEXT ·Find(SB), NOSPLIT, $0-32
	MOVQ	s_len+8(FP), AX
	CMPQ	AX, $0
	JEQ	none
	CMPQ	AX, $64
	JGT	long
	JMP	·findInGo2(SB)	// short ones too

long:
	JMP	·findInGo2(SB)

none:
	MOVQ	$-1, ret+24(FP)
	RET
