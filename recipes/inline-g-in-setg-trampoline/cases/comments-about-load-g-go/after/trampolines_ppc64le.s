// setg_trampoline stores a new g by way of C and takes it over.
TEXT ·setg_trampoline(SB), 4, $16-16
	MOVD	R31, saved-16(SP)	// load_g changes it
	MOVD	setg+0(FP), R12
	MOVD	newg+8(FP), R3
	MOVD	R12, CTR
	BL	(CTR)	// setg

	MOVD	newg+8(FP), g

	MOVD	saved-16(SP), R31	// back again
	XOR	R0, R0, R0
	RET
