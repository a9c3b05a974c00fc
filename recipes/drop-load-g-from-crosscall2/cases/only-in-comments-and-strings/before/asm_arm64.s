#define CALL_IT BL runtime·load_g(SB)

// BL	runtime·load_g(SB)
DATA note<>+0(SB)/8, $"load_g;\n"
GLOBL note<>(SB), 24, $8

TEXT crosscall2(SB), 4|512, $0
	SUB	$48, RSP
	MOVD	R30, 40(RSP)
	/* BL	runtime·load_g(SB)
	BL	runtime·load_g(SB) */
	// no runtime·load_g(SB) here
	BL	runtime·cgocallback(SB)
	MOVD	40(RSP), R30
	ADD	$48, RSP
	RET
