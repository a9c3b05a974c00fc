#include "textflag.h"

TEXT ·Load(SB), NOSPLIT, $8-16
	JMP	sync∕atomic·LoadUint64(SB)

TEXT ·Read(SB), NOSPLIT, $0-16
	PUSHQ	AX
	POPQ	AX
	JMP	sync∕atomic·LoadUint64(SB)

TEXT ·Again(SB), NOSPLIT, $0-16
	CALL	·nothing(SB)
	JMP	sync∕atomic·LoadUint64(SB)

TEXT ·nothing(SB), NOSPLIT, $0-0
	RET
