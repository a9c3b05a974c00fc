#include "textflag.h"

// func indexByte(b []byte, c byte) int
TEXT ·indexByte(SB), NOSPLIT, $0-40
	B	internal∕bytealg·IndexByte(SB)
