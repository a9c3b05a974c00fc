#define ENTER_GO \
	BL	runtime·load_g(SB)

TEXT ·stackTop(SB), 4, $0-8
	ENTER_GO
	MOVD	8(g), R0
	MOVD	R0, ret+0(FP)
	RET

TEXT crosscall2(SB), 4|512, $0
	SUB	$48, RSP
	MOVD	R30, 40(RSP)
	ENTER_GO
	BL	runtime·cgocallback(SB)
	MOVD	40(RSP), R30
	ADD	$48, RSP
	RET
