#include "textflag.h"

#define FORWARD(name) \
TEXT name(SB), NOSPLIT, $0-16; \
	JMP	sync∕atomic·LoadUint64(SB)

FORWARD(·load)
FORWARD(·read)
