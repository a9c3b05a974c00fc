#include "textflag.h"

// func load(addr *uint64) uint64
TEXT ·load(SB), NOSPLIT, $0-16
	B	sync∕atomic·LoadUint64(SB)
