#include "textflag.h"

TEXT ·and(SB), NOSPLIT, $0-20
	JMP	sync∕atomic·AndUint32(SB)
