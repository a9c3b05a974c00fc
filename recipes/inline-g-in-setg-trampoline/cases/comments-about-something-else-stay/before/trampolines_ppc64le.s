TEXT ·setg_trampoline(SB), 4, $16-16
	MOVD	setg+0(FP), R12
	MOVD	newg+8(FP), R3
	MOVD	R12, CTR
	BL	(CTR)
	// From here on this is another goroutine.
	BL	runtime·load_g(SB)	// R0 is not 0 yet
	XOR	R0, R0, R0
	RET
