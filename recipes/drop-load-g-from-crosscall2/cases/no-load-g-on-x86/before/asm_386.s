TEXT crosscall2(SB), 4, $28-16
	MOVL	BP, 24(SP)
	MOVL	fn+0(FP), AX
	MOVL	AX, 0(SP)
	MOVL	arg+4(FP), AX
	MOVL	AX, 4(SP)
	MOVL	ctxt+12(FP), AX
	MOVL	AX, 8(SP)
	CALL	runtime·cgocallback(SB)
	MOVL	24(SP), BP
	RET
