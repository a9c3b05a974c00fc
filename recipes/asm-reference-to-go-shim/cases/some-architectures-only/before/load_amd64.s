#include "textflag.h"

TEXT ·Load(SB), NOSPLIT, $0-16
	JMP	sync∕atomic·LoadUint64(SB)
