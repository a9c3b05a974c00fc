//go:build !cgo

#include "textflag.h"

TEXT crosscall2(SB), NOSPLIT|NOFRAME, $0
	SUB	$(8*8), RSP
	STP	(R0, R1), (8*1)(RSP)
	MOVD	R3, (8*3)(RSP)
	STP	(R27, g), (8*4)(RSP)
	STP	(R29, R30), (8*6)(RSP)

	// Initialize Go ABI environment
	BL	runtime·load_g(SB)
	BL	runtime·cgocallback(SB)

	LDP	(8*4)(RSP), (R27, g)
	LDP	(8*6)(RSP), (R29, R30)
	ADD	$(8*8), RSP
	RET
