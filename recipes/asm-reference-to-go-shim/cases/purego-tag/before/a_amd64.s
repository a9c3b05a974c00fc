//go:build !purego

#include "textflag.h"

TEXT ·index(SB), NOSPLIT, $0-40
	JMP	internal∕bytealg·IndexByte(SB)
