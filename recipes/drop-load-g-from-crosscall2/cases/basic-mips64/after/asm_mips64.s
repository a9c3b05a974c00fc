#include "textflag.h"

TEXT crosscall2(SB), NOSPLIT|NOFRAME, $0
	ADDV	$-56, R29
	MOVV	R4, 8(R29)
	MOVV	R5, 16(R29)
	MOVV	R7, 24(R29)
	MOVV	RSB, 32(R29)
	MOVV	g, 40(R29)
	MOVV	R31, 48(R29)
	// RSB is the upper half of the program counter.
	BGEZAL	R0, 1(PC)
	SRLV	$32, R31, RSB
	SLLV	$32, RSB

	JAL	runtime·cgocallback(SB)

	MOVV	32(R29), RSB
	MOVV	40(R29), g
	MOVV	48(R29), R31
	ADDV	$56, R29
	RET
