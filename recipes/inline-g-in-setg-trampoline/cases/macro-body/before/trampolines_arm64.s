#define TAKE_OVER_G \
	BL	runtime·load_g(SB)

TEXT ·currentG(SB), 4, $16-8
	TAKE_OVER_G
	MOVD	g, ret+0(FP)
	RET

TEXT ·setg_trampoline(SB), 4, $16-16
	MOVD	setg+0(FP), R8
	MOVD	newg+8(FP), R0
	BL	(R8)
	TAKE_OVER_G
	RET
