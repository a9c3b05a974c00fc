#include "textflag.h"

// Not sync∕atomic·LoadUint64(SB).
TEXT ·load(SB), NOSPLIT, $0-16
	JMP	sync∕atomic·LoadUint64<>(SB)

TEXT sync∕atomic·LoadUint64<>(SB), NOSPLIT, $0-16
	MOVQ	addr+0(FP), AX
	MOVQ	(AX), AX
	MOVQ	AX, ret+8(FP)
	RET

TEXT ·move(SB), NOSPLIT, $0-0
	JMP	runtime·memmove(SB)
