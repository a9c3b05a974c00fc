#include "textflag.h"

TEXT ·setg_trampoline(SB), NOSPLIT|NOFRAME, $0-16
	MOVD	8(R15), R1	// setg
	MOVD	16(R15), R2	// newg

	MOVD	R14, R0
	MOVD	R15, R3
	SUB	$160, R15
	MOVD	R3, 0(R15)
	MOVD	R0, 112(R15)

	BL	R1
	MOVD	176(R15), g

	MOVD	112(R15), R14
	ADD	$160, R15
	BR	R14
