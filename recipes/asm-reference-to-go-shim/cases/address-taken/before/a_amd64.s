#include "textflag.h"

DATA table<>+0(SB)/8, $sync∕atomic·LoadUint64(SB)
GLOBL table<>(SB), RODATA, $8

TEXT ·Where(SB), NOSPLIT, $0-8
	LEAQ	sync∕atomic·StoreUint64(SB), AX
	MOVQ	AX, ret+0(FP)
	RET
