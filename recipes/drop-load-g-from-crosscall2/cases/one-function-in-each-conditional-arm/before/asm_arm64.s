#include "textflag.h"

#ifdef GOOS_windows
TEXT crosscall2(SB), NOSPLIT|NOFRAME, $0
	SUB	$48, RSP
	STP	(R0, R1), 8(RSP)
	STP	(R18_PLATFORM, R30), 32(RSP)
	BL	runtime·load_g(SB)
	BL	runtime·cgocallback(SB)
	LDP	32(RSP), (R18_PLATFORM, R30)
	ADD	$48, RSP
	RET
#else
TEXT crosscall2(SB), NOSPLIT|NOFRAME, $0
	SUB	$32, RSP
	STP	(R0, R1), 8(RSP)
	MOVD	R30, 24(RSP)
	BL	runtime·load_g(SB)
	BL	runtime·cgocallback(SB)
	MOVD	24(RSP), R30
	ADD	$32, RSP
	RET
#endif
